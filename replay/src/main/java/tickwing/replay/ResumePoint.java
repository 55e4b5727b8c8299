package tickwing.replay;

import java.io.IOException;
import java.util.Optional;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.replay.input.Fingerprint;
import tickwing.replay.input.Input;

/**
 * Decides where the replay of a file starts.
 *
 * @param copy which copy of the file this is; 1 is the first
 * @param accounts what became of the rows that were taken before
 * @param tail those of them that may read otherwise by now; all others are skipped
 * @param complete whether there is nothing left to do
 * @param begun how the rows were read that were taken before
 */
record ResumePoint(int copy, Accounts accounts, Tail tail, boolean complete, Begun begun) {
    /** How the rows of a file were read that were taken before. */
    sealed interface Begun {
        /** There are none. */
        record Not() implements Begun {}

        /** By a version that looked at no file: with commas between cells, the month first, daily bars. */
        record WithoutLook() implements Begun {}

        /** As it was settled then. */
        record As(Reading reading) implements Begun {}
    }

    private static final Begun NOT = new Begun.Not();

    /** A file of which nothing is known but how far it was taken. */
    ResumePoint(int copy, Accounts accounts, Tail tail, boolean complete) {
        this(copy, accounts, tail, complete, NOT);
    }

    /** Whether a complete file may be published once more. */
    enum Repeat {
        /** No. */
        ONCE,
        /** Once more, the same. */
        AGAIN,
        /** Again and again, with its dates moved on. */
        FOREVER
    }

    /**
     * @param committed the position that Kafka holds for the file; empty for a new file
     * @param now the file as it is
     * @throws UserError when the file, or what is asked of it, is not what the position is about
     */
    static ResumePoint of(Optional<Position> committed, Input input, Fingerprint now, String selection, Repeat repeat)
            throws IOException {
        if (committed.isEmpty()) {
            return start(1);
        }
        Bookmark bookmark = Bookmark.of(committed.get())
                .orElseThrow(() -> new UserError("The position of " + input
                        + " was written by another program or another version; publish it under another file name."));
        String refusal = refusal(bookmark, input, now, selection);
        if (refusal != null) {
            if (repeat != Repeat.ONCE) {
                return start(bookmark.copy() + 1);
            }
            throw new UserError(input + " is not published: " + refusal + "; --again publishes it from its first row.");
        }
        boolean grown = now.bytes() > bookmark.file().bytes();
        if (bookmark.done() && !grown) {
            return repeat != Repeat.ONCE ? start(bookmark.copy() + 1) : at(bookmark, true);
        }
        return at(bookmark, false);
    }

    private static ResumePoint at(Bookmark bookmark, boolean complete) {
        Begun begun = bookmark.reading().<Begun>map(Begun.As::new).orElseGet(Begun.WithoutLook::new);
        boolean any = bookmark.accounts().read() > 0;
        return new ResumePoint(bookmark.copy(), bookmark.accounts(), bookmark.tail(), complete, any ? begun : NOT);
    }

    /** How many rows need not be looked at again. */
    long skipped() {
        return accounts.read() - tail.rows().size();
    }

    /** Where the copy after this one starts. */
    ResumePoint next() {
        return start(copy + 1);
    }

    /** At the first row. */
    static ResumePoint start(int copy) {
        return new ResumePoint(copy, Accounts.NONE, Tail.NONE, false);
    }

    private static String refusal(Bookmark bookmark, Input input, Fingerprint now, String selection)
            throws IOException {
        String since = "since " + Numbers.grouped(bookmark.accounts().read()) + " of its rows were taken";
        if (now.bytes() < bookmark.file().bytes()) {
            return "it has become shorter " + since;
        }
        Fingerprint then = now.bytes() == bookmark.file().bytes()
                ? now
                : Fingerprint.ofFirst(input.path(), bookmark.file().bytes());
        if (!then.equals(bookmark.file())) {
            return "its content has changed " + since;
        }
        if (!bookmark.selects(selection)) {
            return "other rows of it were asked for before (" + bookmark.selection() + ", now " + selection + ")";
        }
        return null;
    }
}
