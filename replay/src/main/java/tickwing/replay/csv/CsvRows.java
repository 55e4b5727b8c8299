package tickwing.replay.csv;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The rows of a CSV file (RFC 4180, UTF-8): quoted cells may hold commas, doubled quotes and line breaks; lines end with
 * LF or CR LF; blank lines are no rows. Splits the file into rows by itself, so that each row's raw bytes are known and
 * one stray quote costs one row, not the rest of the file; what is inside a row is opencsv's business.
 */
public final class CsvRows {
    /** The most lines that one row may run over. */
    static final int MAX_LINES = 200;

    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final ByteLines lines;
    private final Deque<ByteLines.Line> pushedBack = new ArrayDeque<>();
    private final ICSVParser parser = new RFC4180ParserBuilder().build();
    private int columns = -1;
    private List<String> names = List.of();
    private boolean trailingComma;

    /** @param in read to its end, never closed */
    public CsvRows(InputStream in) {
        this.lines = new ByteLines(in);
    }

    /**
     * Reads the next row as the header: from then on a row needs as many cells as it has columns. An empty last column,
     * which a comma at the end of the line makes, is dropped, here and from the rows.
     *
     * @return the columns' names, stripped of blanks around them; null when there is no row left
     */
    public List<String> header() throws IOException {
        CsvRow row = next();
        if (row == null) {
            return null;
        }
        if (row instanceof CsvRow.Good good) {
            return header(List.of(good.cells()));
        }
        throw new IOException("line " + row.line() + " is no header: " + ((CsvRow.Bad) row).detail());
    }

    /** Says what the columns are, for a file that has no header; returns them as {@link #header()} does. */
    public List<String> header(List<String> names) {
        List<String> stripped =
                new ArrayList<>(names.stream().map(String::strip).toList());
        trailingComma = stripped.size() > 1 && stripped.get(stripped.size() - 1).isEmpty();
        if (trailingComma) {
            stripped.remove(stripped.size() - 1);
        }
        columns = stripped.size();
        this.names = List.copyOf(stripped);
        return this.names;
    }

    /** The columns' names, once the header is known. */
    public List<String> columns() {
        return names;
    }

    /** The next row; null at the end. */
    public CsvRow next() throws IOException {
        while (true) {
            ByteLines.Line first = take();
            if (first == null) {
                return null;
            }
            if (!isBlank(first.bytes())) {
                return row(first);
            }
        }
    }

    /** @param waiting called by {@link #next} before it asks the input for more, which may take a while */
    public void beforeWaiting(Runnable waiting) {
        lines.beforeWaiting(waiting);
    }

    /** Skips rows, good and bad ones alike, or all that are left. */
    public void skip(long count) throws IOException {
        for (long i = 0; i < count && next() != null; i++) {
            // Reading is skipping: where a row ends depends on its quotes.
        }
    }

    private CsvRow row(ByteLines.Line first) throws IOException {
        if (first.cut()) {
            return bad(first, "the line is too long", "the line is longer than " + ByteLines.MAX_BYTES + " bytes");
        }
        if ((first.quotes() & 1) == 0) {
            return parse(first, first.bytes());
        }
        List<ByteLines.Line> parts = untilQuotesClose(first);
        if (parts != null) {
            CsvRow row = parse(first, join(parts));
            if (row instanceof CsvRow.Good good && QuoteCheck.isWellFormed(good.text())) {
                return row;
            }
            pushBack(parts);
        }
        return bad(first, "a quote is not closed", "a quote is opened and not closed");
    }

    /** The row's lines up to the one that closes its quotes; null, with all but the first pushed back, if none does. */
    private List<ByteLines.Line> untilQuotesClose(ByteLines.Line first) throws IOException {
        List<ByteLines.Line> parts = new ArrayList<>(List.of(first));
        int bytes = first.bytes().length;
        while (parts.size() < MAX_LINES) {
            ByteLines.Line next = take();
            if (next == null) {
                break;
            }
            parts.add(next);
            bytes += next.bytes().length;
            if (next.cut() || bytes > ByteLines.MAX_BYTES) {
                break;
            }
            if ((next.quotes() & 1) == 1) {
                return parts;
            }
        }
        pushBack(parts);
        return null;
    }

    private CsvRow parse(ByteLines.Line first, byte[] bytes) {
        int length = lengthWithoutLineEnd(bytes);
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isSame(text.getBytes(StandardCharsets.UTF_8), bytes, length)) {
            return bad(first.number(), bytes, "not UTF-8", "the row is not UTF-8 text");
        }
        String[] cells;
        try {
            cells = parser.parseLine(text);
        } catch (IOException e) {
            return bad(first.number(), bytes, "a quote is not closed", "a quote is opened and not closed");
        }
        if (trailingComma && cells.length == columns + 1 && cells[columns].isEmpty()) {
            cells = Arrays.copyOf(cells, columns);
        }
        if (columns >= 0 && cells.length != columns) {
            String much = cells.length < columns ? "too few columns" : "too many columns";
            return bad(first.number(), bytes, much, cells.length + " columns; the header has " + columns);
        }
        return new CsvRow.Good(first.number(), text, cells);
    }

    private static boolean isSame(byte[] encoded, byte[] bytes, int length) {
        return Arrays.equals(encoded, 0, encoded.length, bytes, 0, length);
    }

    private static CsvRow.Bad bad(ByteLines.Line line, String kind, String detail) {
        return bad(line.number(), line.bytes(), kind, detail);
    }

    private static CsvRow.Bad bad(long line, byte[] bytes, String kind, String detail) {
        return new CsvRow.Bad(line, Arrays.copyOf(bytes, lengthWithoutLineEnd(bytes)), kind, detail);
    }

    private ByteLines.Line take() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.pop();
    }

    private void pushBack(List<ByteLines.Line> parts) {
        for (int i = parts.size() - 1; i > 0; i--) {
            pushedBack.push(parts.get(i));
        }
    }

    private static byte[] join(List<ByteLines.Line> parts) {
        byte[] all = new byte[parts.stream().mapToInt(p -> p.bytes().length).sum()];
        int at = 0;
        for (ByteLines.Line part : parts) {
            System.arraycopy(part.bytes(), 0, all, at, part.bytes().length);
            at += part.bytes().length;
        }
        return all;
    }

    private static int lengthWithoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\n') {
            length--;
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
        }
        return length;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
