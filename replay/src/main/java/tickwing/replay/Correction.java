package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tickwing.common.error.UserError;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.WaitingLetters;
import tickwing.common.kafka.WaitingLetters.Address;
import tickwing.common.text.Printable;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.Dialect;

/**
 * Publishes corrected rows and marks their dead letters as done, a thousand rows a transaction; one that makes no record
 * still is refused, and its dead letter waits on.
 */
final class Correction {
    private static final int COMMIT_ROWS = 1_000;

    private final WaitingLetters letters;
    private final RowPublisher publisher;
    private final How how;
    private final Consumer<String> refusals;
    private final Tally tally = new Tally();
    private long uncommitted;

    /**
     * How rows are read.
     *
     * @param format what they become
     * @param header the columns of dead letters that do not say what their file's are; empty when nobody knows
     * @param key the column whose cells are the records' keys; empty for the format's own
     */
    record How(RowFormat format, Optional<String> header, Optional<String> key) {
        /**
         * Reads a row in the way that rows of its file were read.
         *
         * @throws UserError when the format does not know the header
         */
        OpenInput open(String name, String header, String row, Reading reading) throws IOException {
            InputStream bytes = new ByteArrayInputStream((header + "\n" + row + "\n").getBytes(UTF_8));
            char separator = reading.get(ReadingOptions.SEPARATOR)
                    .map(ReadingOptions::character)
                    .orElse(',');
            Look look = new Look(Dialect.STANDARD.separatedBy(separator), format.with(reading), List.of());
            return OpenInput.as(look, name, bytes, new OpenInput.Use(0, key));
        }
    }

    /** @param refusals takes a sentence for each row that is refused */
    Correction(WaitingLetters letters, RowPublisher publisher, How how, Consumer<String> refusals) {
        this.letters = letters;
        this.publisher = publisher;
        this.how = how;
        this.refusals = refusals;
    }

    /**
     * Publishes a table's rows, and commits.
     *
     * @return what became of them; filtered are those that were done before
     */
    Accounts publish(CorrectedTable table) throws IOException {
        for (CsvRow row = table.next(); row != null; row = table.next()) {
            take(table, row);
        }
        commit();
        return tally.balance();
    }

    private void take(CorrectedTable table, CsvRow row) throws IOException {
        tally.read();
        try {
            if (row instanceof CsvRow.Bad bad) {
                throw new Refused(bad.detail() + "; its dead letter waits on");
            }
            if (publish(table, ((CsvRow.Good) row).cells().texts())) {
                tally.published();
                commitWhenDue();
            } else {
                tally.filtered();
            }
        } catch (Refused e) {
            tally.rejected();
            refusals.accept(Printable.of("corrected rows:" + row.line() + ": " + e.getMessage() + "."));
        }
    }

    /** Returns whether the row was published; else it was before. */
    private boolean publish(CorrectedTable table, String[] cells) throws IOException, Refused {
        Address address = table.address(cells).orElse(null);
        if (address != null && letters.isDone(address)) {
            return false;
        }
        if (address == null || !letters.isWaiting(address)) {
            throw new Refused("there is no dead letter of " + table.letter(cells));
        }
        try {
            Outcome.Publish publish = read(address, table.header(), table.row(cells));
            publisher.publish(publish.key(), publish.value());
        } catch (Refused e) {
            throw new Refused(address + ": " + e.getMessage() + "; its dead letter waits on");
        }
        publisher.redriven(address, letters.ends());
        letters.done(address);
        return true;
    }

    private Outcome.Publish read(Address address, Optional<String> columns, String row) throws IOException, Refused {
        LetterLayout layout = letters.layout(address);
        if (!letters.isText(address) && row.indexOf('\uFFFD') >= 0) {
            throw new Refused("the row is not UTF-8 text; put what it was to be in the place of each sign U+FFFD");
        }
        String header = columns.or(() -> Optional.of(layout.header()).filter(known -> !known.isEmpty()))
                .or(how::header)
                .orElseThrow(() -> new Refused("its dead letter does not say what the columns of its file are; send it"
                        + " back as file,line, then those columns"));
        String name = layout.name().isEmpty() ? address.file() : layout.name();
        Reading reading = reading(layout);
        if (columns.isPresent()) {
            // The table's cells are behind each other with commas, whatever the file's were.
            reading = reading.without(ReadingOptions.SEPARATOR);
        }
        try (OpenInput source = how.open(name, header, row, reading)) {
            CsvRow first = source.rows().next();
            if (first == null) {
                throw new Refused("the row is empty");
            }
            Outcome outcome = fitting(source.outcome(first));
            if (source.rows().next() != null) {
                throw new Refused("it is more than one row");
            }
            if (outcome instanceof Outcome.Publish publish) {
                return publish;
            }
            throw new Refused(
                    outcome instanceof Outcome.Rejected rejected ? rejected.detail() : "the options leave it out");
        } catch (UserError e) {
            throw new Refused(e.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private Outcome fitting(Outcome outcome) {
        return outcome instanceof Outcome.Publish publish ? publish.within(publisher.maxRecordBytes()) : outcome;
    }

    /**
     * How the letter's file was read: a row that is read in another way is another row. What decides how a date or a number
     * is read may be said afterwards, since letters of older versions do not say it.
     */
    private Reading reading(LetterLayout letter) throws Refused {
        Reading now = how.format().reading();
        if (!letter.isKnown()) {
            return now;
        }
        Reading then = Reading.of(letter.options());
        Reading with = how.key().map(key -> now.with("--key", key)).orElse(now);
        Reading others = with.against(then)
                .without(ReadingOptions.DATE_ORDER)
                .without(ReadingOptions.DECIMAL_COMMA)
                .without(ReadingOptions.NO_DECIMAL_COMMA);
        if (then.get(ReadingOptions.ZONE).isEmpty()) {
            // The rows of its file have none that it could be asked for.
            others = others.without(ReadingOptions.ZONE);
        }
        boolean otherKey = !then.get("--key").equals(how.key());
        if (otherKey || !others.text().isEmpty()) {
            throw new Refused("its file was published "
                    + (then.text().isEmpty() ? "without " + with.text() : "with " + then.text())
                    + ", and so must be its row");
        }
        return then.without("--key").and(now);
    }

    private void commitWhenDue() {
        uncommitted++;
        if (uncommitted == COMMIT_ROWS) {
            commit();
        }
    }

    private void commit() {
        publisher.commit(new Position(0, "redrive"));
        uncommitted = 0;
    }

    /** Why a row is not published, for the person who has to mend it. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }
    }
}
