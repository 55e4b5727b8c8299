package tickwing.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 */
record OpenInput(InputStream bytes, CsvRows rows, RowFormat.RowEncoder encoder, int keyColumn) implements Closeable {
    /**
     * Reads the header.
     *
     * @param bytes the input from its start; closed with the source, and when there is none
     * @param shiftDays how many days to move every date on
     * @param key the name of the column whose cells are the records' keys; empty for the format's own
     * @throws UserError when the header is missing, cannot be read, is none that the format knows, or lacks the key's column
     */
    static OpenInput open(Input input, InputStream bytes, RowFormat format, int shiftDays, Optional<String> key)
            throws IOException {
        return open(input.toString(), bytes, format, shiftDays, key);
    }

    /** @param input what messages call it, and what its name says about its rows */
    static OpenInput open(String input, InputStream bytes, RowFormat format, int shiftDays, Optional<String> key)
            throws IOException {
        try {
            CsvRows rows = new CsvRows(bytes);
            RowFormat.RowEncoder encoder = format.open(input, rows, shiftDays);
            return new OpenInput(bytes, rows, encoder, key.isEmpty() ? -1 : keyColumn(input, rows, key.get()));
        } catch (UnreadableHeader e) {
            bytes.close();
            throw new UserError(input + ":" + e.line() + ": " + e.getMessage() + ".", e);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
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
