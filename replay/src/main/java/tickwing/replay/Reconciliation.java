package tickwing.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.WaitingLetters.Address;
import tickwing.replay.csv.CsvRow;

/**
 * Compares the rows that were taken off the end of a file with what stands in their place now that the file has grown, and
 * decides what is to be done about each: mostly nothing, since a line break is all that was missing.
 */
final class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** What to do about a row whose first half is on the topic, where nothing can take its place. */
    enum CutRow {
        /** Publish the whole row as well. */
        PUBLISH,
        /** Leave it at its first half. */
        SKIP;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Works out once more what a row has become. */
    @FunctionalInterface
    interface Earlier {
        Outcome outcome(long line, byte[] raw) throws IOException;
    }

    /**
     * What the records and the user want.
     *
     * @param topic for messages
     * @param upserts whether a record takes the place of an earlier one of the same identity
     * @param earlier what a row, as it was, has become
     * @param letters asked for at once, where a row was rejected
     * @param cutRow what the user has decided; empty when he was not asked yet
     */
    record Terms(
            String topic,
            boolean upserts,
            Earlier earlier,
            Supplier<Destination.EarlierLetters> letters,
            Optional<CutRow> cutRow) {}

    private final List<Tail.Row> before;
    private final String name;
    private final Terms terms;
    /** Null where no row was rejected. */
    private final Destination.EarlierLetters letters;

    private final List<Address> done = new ArrayList<>();
    private int at;

    /** @param name what dead letters call the file */
    Reconciliation(Tail before, String name, Terms terms) {
        this.before = before.rows();
        this.name = name;
        this.terms = terms;
        this.letters = before.accounts().rejected() > 0 ? terms.letters().get() : null;
    }

    /** Of an input none of which has been taken before. */
    static Reconciliation none() {
        return new Reconciliation(Tail.NONE, "", null);
    }

    /** Whether all rows of then have been compared. */
    boolean isOver() {
        return at == before.size();
    }

    /**
     * Marks the dead letters whose rows are on the topic by now, or are no rows any more: those of earlier runs, since another
     * copy of the file may bring the same row once more.
     */
    void markDone(RowPublisher publisher) {
        done.forEach(address -> publisher.redriven(address, letters.ends()));
    }

    /**
     * Compares the next row of the file.
     *
     * @return what has become of it before, where that is left as it is; empty when the row is to be handled like any other
     * @throws Undecided when the topic has what cannot be put right, and the user has not decided
     */
    Optional<Tail.Fate> left(CsvRow row, Outcome outcome) throws IOException {
        dropBefore(row.line());
        Optional<Tail.Fate> left = Optional.empty();
        if (!isOver() && before.get(at).line() == row.line()) {
            Tail.Row then = before.get(at++);
            left = then.is(row.raw()) ? Optional.of(then.fate()) : changed(then, row, outcome);
        }
        long end = row.line() + lineBreaks(row.raw()) + 1;
        // Those of the same line stand beside it.
        if (end > row.line() + 1 && !isOver() && before.get(at).line() > row.line()) {
            dropBefore(end);
        }
        return left;
    }

    /** Rows whose lines belong to another row by now. */
    private void dropBefore(long line) {
        for (; !isOver() && before.get(at).line() < line; at++) {
            Tail.Row then = before.get(at);
            if (then.fate() == Tail.Fate.PUBLISHED) {
                askFirst(then.line());
                say(then.line(), "was published, and belongs to the row before by now; it stays on the topic");
            } else if (then.fate() == Tail.Fate.REJECTED) {
                done.add(new Address(name, then.line()));
                say(then.line(), "was rejected, and belongs to the row before by now; its dead letter is marked done");
            }
        }
    }

    private Optional<Tail.Fate> changed(Tail.Row then, CsvRow row, Outcome outcome) throws IOException {
        return switch (then.fate()) {
            case PUBLISHED -> published(then, row, outcome);
            case REJECTED -> rejected(row, outcome);
            case FILTERED -> {
                say(row.line(), "was left out before its line was complete, and the whole row is " + fate(outcome));
                yield Optional.empty();
            }
        };
    }

    private Optional<Tail.Fate> rejected(CsvRow row, Outcome outcome) {
        Address address = new Address(row.in(name), row.line());
        if (!terms.upserts() && letters.isDone(address)) {
            say(row.line(), "was rejected before its line was complete, and corrected by hand since; it is left so");
            return Optional.of(Tail.Fate.REJECTED);
        }
        String letter = "; its new dead letter takes the place of the old one";
        if (!(outcome instanceof Outcome.Rejected)) {
            done.add(address);
            letter = ", and its dead letter marked done";
        }
        say(row.line(), "was rejected before its line was complete; the whole row is " + fate(outcome) + letter);
        return Optional.empty();
    }

    private Optional<Tail.Fate> published(Tail.Row then, CsvRow row, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Publish now
                && then.isBeginningOf(row.raw())
                && terms.earlier().outcome(row.line(), Arrays.copyOf(row.raw(), then.bytes()))
                        instanceof Outcome.Publish was) {
            if (Arrays.equals(was.key(), now.key())
                    && Arrays.equals(was.value().copy(), now.value().copy())) {
                say(
                        row.line(),
                        "was published before its line was complete, and stands right on the topic all the same");
                return Optional.of(Tail.Fate.PUBLISHED);
            }
            if (terms.upserts()
                    && Arrays.equals(was.key(), now.key())
                    && Arrays.equals(was.subject().identity(), now.subject().identity())) {
                say(row.line(), "was published before its line was complete; the whole row is published in its place");
                return Optional.empty();
            }
        }
        askFirst(row.line());
        if (terms.cutRow().orElseThrow() == CutRow.SKIP && outcome instanceof Outcome.Publish) {
            say(row.line(), "was published before its line was complete, and is left so");
            return Optional.of(Tail.Fate.PUBLISHED);
        }
        say(row.line(), "was published before its line was complete; the whole row is " + fate(outcome) + " as well");
        return Optional.empty();
    }

    private void askFirst(long line) {
        if (terms.cutRow().isEmpty()) {
            throw new Undecided(name + ":" + line + " is on topic " + terms.topic()
                    + " as it was before its line was complete; run the same command again with --cut-row skip to leave it"
                    + " so, or with --cut-row publish to publish the whole row as well (it counts twice then), or publish"
                    + " the file to a new topic.");
        }
    }

    private static String fate(Outcome outcome) {
        return switch (Tail.Fate.of(outcome)) {
            case PUBLISHED -> "published";
            case REJECTED -> "rejected";
            case FILTERED -> "left out";
        };
    }

    private void say(long line, String what) {
        log.warn("{}:{} {}.", name, line, what);
    }

    private static long lineBreaks(byte[] raw) {
        long count = 0;
        for (byte b : raw) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
