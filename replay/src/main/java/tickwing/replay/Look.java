package tickwing.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.Dialect;
import tickwing.replay.csv.Sniffer;

/**
 * A look at an input before its first row is published: settles how it is written, and how its rows are to be read. Reads on
 * behind the first rows where these do not decide.
 *
 * @param dialect how it is written
 * @param format reads its rows as it was settled
 * @param facts what was settled, and from what
 */
record Look(Dialect dialect, RowFormat format, List<Fact> facts) {
    private static final int SAMPLE_BYTES = 64 * 1024;
    /** So many rows are looked at, whatever they say. */
    private static final int FIRST_ROWS = 100;
    /** A stream that does not decide in so many bytes is not kept in memory any longer. */
    private static final int MOST_KEPT = 32 * 1024 * 1024;

    /**
     * Looks at a file, which can be read again.
     *
     * @param name the input's name, for messages
     * @param file the file from its start; closed
     */
    static Look atFile(String name, InputStream file, RowFormat format) throws IOException {
        try (KeptStream in = new KeptStream(file)) {
            byte[] sample = in.first(SAMPLE_BYTES);
            Dialect dialect = dialect(name, sample, format);
            CsvRows rows = new CsvRows(new SequenceInputStream(new ByteArrayInputStream(sample), in), dialect);
            Settling settling = format.settling(name, rows);
            long count = 0;
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof CsvRow.Good good) {
                    settling.row(good);
                }
                if (++count >= FIRST_ROWS && settling.need() == Settling.Need.NOTHING) {
                    break;
                }
                in.forget();
            }
            return of(dialect, format, settling.settle());
        }
    }

    /**
     * Looks at what comes as it comes. Waits for more only as long as nothing can be settled, or there is not one row.
     *
     * @param kept not closed
     */
    static Look atStream(String name, KeptStream kept, RowFormat format) throws IOException {
        byte[] sample = kept.firstLine(SAMPLE_BYTES);
        Dialect dialect = dialect(name, sample, format);
        CsvRows rows = new CsvRows(new SequenceInputStream(new ByteArrayInputStream(sample), kept), dialect);
        Settling settling = format.settling(name, rows);
        long[] count = {0};
        rows.beforeWaiting(() -> {
            boolean waits = count[0] == 0 || settling.need() == Settling.Need.DECISION && kept.size() < MOST_KEPT;
            if (!waits && !kept.hasMore()) {
                throw new Enough();
            }
        });
        try {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof CsvRow.Good good) {
                    settling.row(good);
                }
                boolean decided = settling.need() != Settling.Need.DECISION;
                if (++count[0] >= FIRST_ROWS && (decided || kept.size() >= MOST_KEPT)) {
                    break;
                }
            }
        } catch (Enough e) {
            // What has come so far is enough.
        }
        return of(dialect, format, settling.settle());
    }

    /**
     * Reads a file as it was settled when its first rows were read.
     *
     * @param file the file from its start; closed
     * @param settled how its rows are read
     * @param emptyRows what lines with nothing but separators on them were
     */
    static Look again(String name, InputStream file, RowFormat format, Reading settled, Dialect.EmptyRows emptyRows)
            throws IOException {
        try (KeptStream in = new KeptStream(file)) {
            RowFormat same = format.with(
                    settled.get(ReadingOptions.SEPARATOR).isPresent()
                            ? settled
                            : settled.with(ReadingOptions.SEPARATOR, ReadingOptions.name(',')));
            Dialect dialect = dialect(name, in.first(SAMPLE_BYTES), same);
            boolean rows = emptyRows == Dialect.EmptyRows.ROWS;
            return new Look(rows ? dialect.withEmptyRows() : dialect, format.with(settled), written(dialect));
        }
    }

    private static Look of(Dialect dialect, RowFormat format, Settling.Settled settled) {
        Reading reading = dialect.separator() == ','
                ? settled.reading()
                : settled.reading().with(ReadingOptions.SEPARATOR, ReadingOptions.name(dialect.separator()));
        List<Fact> facts = new ArrayList<>(settled.facts());
        facts.addAll(written(dialect));
        return new Look(dialect, format.with(reading), List.copyOf(facts));
    }

    /** What there is to say of a dialect. */
    private static List<Fact> written(Dialect dialect) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("separator", Dialect.name(dialect.separator()), ""));
        facts.add(new Fact("encoding", dialect.charset().name(), ""));
        if (dialect.lineBreak() == '\r') {
            facts.add(new Fact("line_ends", "CR", "there is no LF"));
        }
        if (dialect.preamble() > 0) {
            facts.add(new Fact(
                    "preamble",
                    dialect.preamble() + (dialect.preamble() == 1 ? " line" : " lines"),
                    "before the header"));
        }
        return facts;
    }

    private static Dialect dialect(String name, byte[] sample, RowFormat format) throws IOException {
        refuseUnmarked(name, sample);
        Character separator = format.reading()
                .get(ReadingOptions.SEPARATOR)
                .map(ReadingOptions::character)
                .orElse(null);
        return new Sniffer(sample, format::knows).dialect(separator);
    }

    /** Every other byte of English text in UTF-16 is 0. */
    private static void refuseUnmarked(String name, byte[] sample) {
        int zeros = 0;
        for (byte b : sample) {
            zeros += b == 0 ? 1 : 0;
        }
        boolean marked = sample.length > 1 && (sample[0] & 0xFF) + (sample[1] & 0xFF) == 0xFF + 0xFE;
        if (!marked && sample.length > 1 && zeros > sample.length / 3) {
            throw new UserError(name
                    + " is no text in UTF-8, nor in UTF-16 with a byte order mark at its start; save it as UTF-8.");
        }
    }

    /** Ends a look that would have to wait. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
