package tickwing.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickwing.common.error.UserError;
import tickwing.common.kafka.LetterLayout;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.UnreadableHeader;
import tickwing.replay.input.Input;

/**
 * An input whose header has been read: its rows, and what becomes of each. Kept by one thread.
 *
 * @param bytes where the rows come from
 * @param rows those behind the header
 * @param encoder what they become
 * @param keyColumn the column whose cells are the records' keys; -1 for the encoder's own
 * @param look what was settled before the first row was read
 */
record OpenInput(InputStream bytes, CsvRows rows, RowFormat.RowEncoder encoder, int keyColumn, Look look)
        implements Closeable {
    /**
     * What is done with rows.
     *
     * @param shiftDays how many days to move every date on
     * @param key the name of the column whose cells are the records' keys; empty for the format's own
     */
    record Use(int shiftDays, Optional<String> key) {
        /** As they are. */
        static final Use PLAIN = new Use(0, Optional.empty());
    }

    /** Rows that need no look. */
    OpenInput(InputStream bytes, CsvRows rows, RowFormat.RowEncoder encoder, int keyColumn) {
        this(bytes, rows, encoder, keyColumn, new Look(rows.dialect(), null, List.of()));
    }

    /**
     * Looks at a file, then reads its header.
     *
     * @throws UserError when the header is missing, cannot be read, is none that the format knows, or lacks the key's
     *     column; when the rows do not say how they are to be read
     */
    static OpenInput ofFile(Input input, long bytes, RowFormat format, Use use) throws IOException {
        String name = input.toString();
        return open(name, () -> Look.atFile(name, input.open(bytes), format), () -> input.open(bytes), use);
    }

    /** The same of what can be read once, or goes on at its end. */
    static OpenInput ofStream(Input input, InputStream bytes, RowFormat format, Use use) throws IOException {
        KeptStream kept = new KeptStream(bytes);
        return open(input.toString(), () -> Look.atStream(input.toString(), kept, format), kept::again, use);
    }

    /** Reads the header of an input that has been looked at. */
    static OpenInput as(Look look, String name, InputStream bytes, Use use) throws IOException {
        return open(name, () -> look, () -> bytes, use);
    }

    /** Opens something. */
    @FunctionalInterface
    private interface Opener<T> {
        T open() throws IOException;
    }

    private static OpenInput open(String name, Opener<Look> looking, Opener<InputStream> opening, Use use)
            throws IOException {
        Look look = readable(name, looking);
        InputStream bytes = opening.open();
        try {
            return readable(name, () -> open(name, look, bytes, use));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static <T> T readable(String name, Opener<T> header) throws IOException {
        try {
            return header.open();
        } catch (UnreadableHeader e) {
            throw new UserError(name + ":" + e.line() + ": " + e.getMessage() + ".", e);
        }
    }

    private static OpenInput open(String name, Look look, InputStream bytes, Use use) throws IOException {
        CsvRows rows = new CsvRows(bytes, look.dialect());
        RowFormat.RowEncoder encoder = look.format().open(name, rows, use.shiftDays());
        int key = use.key().isEmpty() ? -1 : keyColumn(name, rows, use.key().get());
        return new OpenInput(bytes, rows, encoder, key, look);
    }

    private static int keyColumn(String input, CsvRows rows, String key) {
        int column = rows.columns().indexOf(key);
        if (column < 0) {
            throw new UserError(input + " has no column " + key + " for --key; it has "
                    + rows.columns().stream().limit(40).collect(Collectors.joining(", ")) + ".");
        }
        return column;
    }

    /** What is to become of a row. */
    Outcome outcome(CsvRow row) {
        if (row instanceof CsvRow.Bad bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        CsvRow.Good good = (CsvRow.Good) row;
        Outcome outcome = encoder.encode(good);
        if (keyColumn >= 0 && outcome instanceof Outcome.Publish publish) {
            return publish.withKey(good.cells().text(keyColumn).getBytes(StandardCharsets.UTF_8));
        }
        return outcome;
    }

    /** How a row of it is to be read again, should it become a dead letter. */
    LetterLayout layout() {
        String options = Stream.of(
                        encoder.options(),
                        keyColumn < 0 ? "" : "--key " + rows.columns().get(keyColumn))
                .filter(option -> !option.isEmpty())
                .collect(Collectors.joining(" "));
        return new LetterLayout(rows.headerLines(), options, encoder.name());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
