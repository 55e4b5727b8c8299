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
import java.util.stream.Collectors;
import tickwing.common.text.Cells;
import tickwing.common.text.CsvCell;

/**
 * The rows of a CSV file (RFC 4180, in any {@link Dialect}): quoted cells may hold separators, doubled quotes and line
 * breaks; lines end with LF, CR LF or CR; blank lines are no rows. Splits the file into rows by itself, so that each row's raw bytes are known and
 * one stray quote costs one row, not the rest of the file; a row that has quotes is {@link QuotedRows}' business.
 */
public final class CsvRows {
    /** The most lines that one row may run over. */
    static final int MAX_LINES = 200;

    private static final int COLUMNS_TO_NAME = 40;

    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Dialect dialect;
    private final ByteLines lines;
    private final Deque<ByteLines.RawLine> pushedBack = new ArrayDeque<>();
    private final QuotedRows quoted;
    private int preamble;
    /** What a line of the file becomes; null for the row that it is. */
    private Unpivot unpivot;

    /** Those of the last line that have not been returned yet. */
    private final Deque<CsvRow> unpivoted = new ArrayDeque<>();

    private int columns = -1;
    private List<String> names = List.of();
    private String headerLines = "";
    private boolean trailingComma;

    /** Rows as RFC 4180 has them. */
    public CsvRows(InputStream in) {
        this(in, Dialect.STANDARD);
    }

    /** @param in read to its end, never closed */
    public CsvRows(InputStream in, Dialect dialect) {
        this.dialect = dialect;
        this.lines = new ByteLines(dialect.utf8(in), dialect.lineBreak());
        this.quoted = new QuotedRows(dialect.separator());
        this.preamble = dialect.preamble();
    }

    /** How the file is written. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads the next row as the header: from then on a row needs as many cells as it has columns. An empty last column,
     * which a separator at the end of the line makes, is dropped, here and from the rows.
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

    /** Takes back rows that {@link #next} has returned, in their order, so that it returns them again. */
    public void unread(List<CsvRow> rows) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            CsvRow row = rows.get(i);
            pushedBack.push(new ByteLines.RawLine(row.line(), row.raw(), new byte[0], false));
        }
    }

    /** Says what the columns are, for a file that has no header; returns them as {@link #header()} does. */
    public List<String> header(List<String> names) {
        return header(names, CsvCell.quoted(names, dialect.separator()));
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

    /**
     * The same for a file whose lines hold several rows side by side. Each row is, from then on, one of its own: under the
     * header that these have, with commas between its cells.
     *
     * @param names the columns of the file
     * @param side what to take apart, and how
     */
    public List<String> header(List<String> names, Unpivot side) {
        header(names, "");
        headerLines = CsvCell.quoted(side.columns());
        this.names = side.columns();
        unpivot = side;
        return this.names;
    }

    /** The columns' names, once the header is known. */
    public List<String> columns() {
        return names;
    }

    /** A header in a sentence, and what separates its columns. */
    public String described(List<String> header) {
        String more = header.size() > COLUMNS_TO_NAME ? " and " + (header.size() - COLUMNS_TO_NAME) + " more" : "";
        return header.stream().limit(COLUMNS_TO_NAME).collect(Collectors.joining(", ")) + more + " (separator: "
                + Dialect.name(dialect.separator()) + ")";
    }

    /** The header as CSV: put before a row, it says what that holds; empty while it is not known. */
    public String headerLines() {
        return headerLines;
    }

    /** The next row; null at the end. */
    public CsvRow next() throws IOException {
        while (unpivoted.isEmpty()) {
            CsvRow row = nextLine();
            if (unpivot == null || !(row instanceof CsvRow.Good good)) {
                return row;
            }
            unpivoted.addAll(unpivot.rows(good));
        }
        return unpivoted.pop();
    }

    private CsvRow nextLine() throws IOException {
        for (; preamble > 0; preamble--) {
            take();
        }
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
        if (unpivot != null) {
            return unpivot.row(line, raw);
        }
        return whole(
                new ByteLines.RawLine(line, raw, new byte[0], false), Cells.split(raw, dialect.separator(), columns));
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
        Cells cells = Cells.split(first.bytes(), dialect.separator(), columns);
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

    private boolean isBlank(byte[] bytes) {
        boolean empty = dialect.emptyRows() == Dialect.EmptyRows.BLANK_LINES;
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && !(empty && b == dialect.separator())) {
                return false;
            }
        }
        return true;
    }
}
