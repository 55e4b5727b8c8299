package tickwing.replay.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tickwing.common.text.Cells;
import tickwing.common.text.CsvCell;

/**
 * The rows of a CSV file (RFC 4180, UTF-8): quoted cells may hold commas, doubled quotes and line breaks; lines end with
 * LF or CR LF; blank lines are no rows. Splits the file into rows by itself, so that each row's raw bytes are known and
 * one stray quote costs one row, not the rest of the file; a row that has quotes is {@link QuotedRows}' business.
 */
public final class CsvRows {
    /** The most lines that one row may run over. */
    static final int MAX_LINES = 200;

    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final ByteLines lines;
    private final Deque<ByteLines.RawLine> pushedBack = new ArrayDeque<>();
    private final QuotedRows quoted = new QuotedRows();
    private int columns = -1;
    private List<String> names = List.of();
    private String headerLines = "";
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
     * @throws UnreadableHeader when the row cannot be read
     */
    public List<String> header() throws IOException {
        CsvRow row = next();
        if (row == null) {
            return null;
        }
        if (row instanceof CsvRow.Good good) {
            return header(List.of(good.cells().texts()), utf8(good.raw()));
        }
        throw new UnreadableHeader((CsvRow.Bad) row);
    }

    /** Says what the columns are, for a file that has no header; returns them as {@link #header()} does. */
    public List<String> header(List<String> names) {
        return header(names, CsvCell.quoted(names));
    }

    /**
     * The same for a file whose header is more than the row of its columns' names.
     *
     * @param lines all of it, as it stands in the file, with LF between its lines
     */
    public List<String> header(List<String> names, String lines) {
        headerLines = lines;
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

    /** The header as CSV: put before a row, it says what that holds; empty while it is not known. */
    public String headerLines() {
        return headerLines;
    }

    /** The next row; null at the end. */
    public CsvRow next() throws IOException {
        while (true) {
            ByteLines.RawLine first = take();
            if (first == null) {
                return null;
            }
            if (!isBlank(first.bytes())) {
                return row(first);
            }
        }
    }

    /**
     * Whether the row that {@link #next} has returned last, and all behind it, may read otherwise when the input goes on:
     * a line without line break may have a second half, and a quote that nothing has closed may have been closed by what
     * is still to come. True from the first row whose reading has met the end of the input.
     */
    public boolean isProvisional() {
        return lines.hasEnded();
    }

    /**
     * Reads one row that is not from the input, under the same header.
     *
     * @param raw the row without the line end behind it
     */
    public CsvRow row(long line, byte[] raw) {
        return whole(new ByteLines.RawLine(line, raw, new byte[0], false), Cells.split(raw, columns));
    }

    /** @param waiting called by {@link #next} before it asks the input for more, which may take a while */
    public void beforeWaiting(Runnable waiting) {
        lines.beforeWaiting(waiting);
    }

    private CsvRow row(ByteLines.RawLine first) throws IOException {
        if (first.cut()) {
            return bad(first, "the line is too long", "the line is longer than " + ByteLines.MAX_BYTES + " bytes");
        }
        // Most rows have no quotes, and need no parser to tell where their cells end: 60 ns instead of 800.
        Cells cells = Cells.split(first.bytes(), columns);
        if (cells != null || !QuotedRows.isOpen(first.bytes())) {
            return whole(first, cells);
        }
        List<ByteLines.RawLine> parts = untilQuotesClose(first);
        if (parts != null) {
            CsvRow row = whole(join(parts), null);
            if (row instanceof CsvRow.Good) {
                return row;
            }
            pushBack(parts);
        }
        return stray(first);
    }

    /** The row's lines up to the one that closes its quotes; null, with all but the first pushed back, if none does. */
    private List<ByteLines.RawLine> untilQuotesClose(ByteLines.RawLine first) throws IOException {
        List<ByteLines.RawLine> parts = new ArrayList<>(List.of(first));
        int bytes = first.bytes().length;
        while (parts.size() < MAX_LINES) {
            ByteLines.RawLine next = take();
            if (next == null) {
                break;
            }
            parts.add(next);
            bytes += next.bytes().length;
            if (next.cut() || bytes > ByteLines.MAX_BYTES) {
                break;
            }
            if (QuotedRows.isOpen(next.bytes())) {
                return parts;
            }
        }
        pushBack(parts);
        return null;
    }

    /** @param split the row's cells; null where it has quotes */
    private CsvRow whole(ByteLines.RawLine row, Cells split) {
        if (split != null && split.isPlain()) {
            return row(row, split);
        }
        if (!isUtf8(row.bytes())) {
            return bad(row, "not UTF-8", "the row is not UTF-8 text");
        }
        if (split != null) {
            return row(row, split);
        }
        String[] cells = quoted.cells(utf8(row.bytes()));
        return cells == null ? stray(row) : row(row, Cells.of(cells));
    }

    private CsvRow row(ByteLines.RawLine row, Cells found) {
        boolean surplus = trailingComma && found.count() == columns + 1 && found.end(columns) == found.start(columns);
        Cells cells = surplus ? found.withoutLast() : found;
        if (columns >= 0 && cells.count() != columns) {
            String much = cells.count() < columns ? "too few columns" : "too many columns";
            return bad(row, much, cells.count() + " columns; the header has " + columns);
        }
        return new CsvRow.Good(row.number(), row.bytes(), cells);
    }

    /** Whether Java can make text of bytes without putting anything in the place of some. */
    private static boolean isUtf8(byte[] bytes) {
        String text = utf8(bytes);
        return text.indexOf(REPLACEMENT) < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static CsvRow.Bad stray(ByteLines.RawLine row) {
        return bad(
                row,
                "a quote is out of place",
                "a quote is out of place: not closed, or in a cell that does not begin with one");
    }

    private static CsvRow.Bad bad(ByteLines.RawLine row, String kind, String detail) {
        return new CsvRow.Bad(row.number(), row.bytes(), kind, detail);
    }

    private ByteLines.RawLine take() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.pop();
    }

    private void pushBack(List<ByteLines.RawLine> parts) {
        for (int i = parts.size() - 1; i > 0; i--) {
            pushedBack.push(parts.get(i));
        }
    }

    /** The lines as one that has line ends in it. */
    private static ByteLines.RawLine join(List<ByteLines.RawLine> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] lineEnd = {};
        for (ByteLines.RawLine part : parts) {
            bytes.writeBytes(lineEnd);
            bytes.writeBytes(part.bytes());
            lineEnd = part.lineEnd();
        }
        return new ByteLines.RawLine(parts.get(0).number(), bytes.toByteArray(), lineEnd, false);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
