package tickwing.replay.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the first bytes of a CSV file in which dialect it is written. */
public final class Sniffer {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    /** How many rows are looked at. */
    private static final int ROWS = 20;
    /** How many of them may be the header: names are worth more than regularity, and cost more. */
    private static final int HEADER_ROWS = 3;
    /** How many lines may stand before a header. */
    private static final int MOST_PREAMBLE = 20;

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.?)\\s*");
    private static final Pattern ADDRESS_LINE = Pattern.compile("(?i)\\W?(https?://|www\\.)\\S+\\s*");

    private final byte[] sample;
    private final Predicate<String> known;

    /**
     * @param sample the file's first bytes
     * @param known whether a column of this name is one that is looked for
     */
    public Sniffer(byte[] sample, Predicate<String> known) {
        this.sample = sample;
        this.known = known;
    }

    /**
     * The dialect.
     *
     * @param separator the separator where it was said; null where it is to be found
     */
    public Dialect dialect(Character separator) throws IOException {
        Charset charset = charset();
        Dialect plain = new Dialect(charset, lineBreak(), ',', 0, Dialect.EmptyRows.BLANK_LINES);
        List<String> lines = lines(plain);
        Character named = separator;
        int preamble = 0;
        while (preamble < lines.size()) {
            String line = lines.get(preamble);
            Matcher says = SEPARATOR_LINE.matcher(line);
            if (says.matches()) {
                named = named == null && !says.group(1).isEmpty()
                        ? Character.valueOf(says.group(1).charAt(0))
                        : named;
            } else if (!ADDRESS_LINE.matcher(line).matches()) {
                break;
            }
            preamble++;
        }
        Dialect behind = plain.behind(preamble);
        Dialect found = named == null ? separated(behind) : behind.separatedBy(named);
        return preamble > 0 ? found : found.behind(linesBeforeHeader(found));
    }

    private Charset charset() {
        if (sample.length >= 2 && sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length >= 2 && sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private char lineBreak() {
        boolean cr = false;
        for (byte b : sample) {
            if (b == '\n') {
                return '\n';
            }
            cr |= b == '\r';
        }
        return cr ? '\r' : '\n';
    }

    private List<String> lines(Dialect dialect) throws IOException {
        ByteLines lines = new ByteLines(dialect.utf8(new ByteArrayInputStream(sample)), dialect.lineBreak());
        List<String> first = new ArrayList<>();
        for (ByteLines.RawLine line = lines.next();
                line != null && first.size() <= MOST_PREAMBLE;
                line = lines.next()) {
            first.add(new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return first;
    }

    /**
     * With the separator that makes most of the columns known; where none does, with the one by which the first rows have
     * the same number of cells, the more the better.
     */
    private Dialect separated(Dialect plain) throws IOException {
        Dialect best = plain;
        long most = 0;
        for (char separator : SEPARATORS) {
            List<List<String>> rows = rows(plain.separatedBy(separator));
            long score = 1_000_000L * knownIn(rows) + regularity(rows);
            if (score > most) {
                most = score;
                best = plain.separatedBy(separator);
            }
        }
        return best;
    }

    private long knownIn(List<List<String>> rows) {
        return rows.stream().limit(HEADER_ROWS).mapToLong(this::known).max().orElse(0);
    }

    private long known(List<String> cells) {
        return cells.size() < 2
                ? 0
                : cells.stream().map(String::strip).filter(known).count();
    }

    /** How many cells the rows have, where nearly all of them have as many; 0 for a single one. */
    private static long regularity(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        int cells = rows.get(0).size();
        long same = rows.stream().filter(row -> row.size() == cells).count();
        return cells < 2 ? 0 : same * 1_000 / rows.size() * 100 + Math.min(99, cells);
    }

    private List<List<String>> rows(Dialect dialect) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(sample), dialect);
        List<List<String>> first = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null && first.size() < ROWS; row = rows.next()) {
            first.add(row instanceof CsvRow.Good good ? List.of(good.cells().texts()) : List.of());
        }
        return first;
    }

    /**
     * Lines of text that stand before the header: as many as there are before the row with most known columns, if it has
     * several, and none of the lines before it has as many cells.
     */
    private int linesBeforeHeader(Dialect dialect) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(sample), dialect);
        int widest = 0;
        for (CsvRow row = rows.next(); row != null && row.line() <= MOST_PREAMBLE; row = rows.next()) {
            List<String> cells =
                    row instanceof CsvRow.Good good ? List.of(good.cells().texts()) : List.of();
            if (known(cells) >= 2) {
                return cells.size() > widest + 1 ? (int) row.line() - 1 : 0;
            }
            widest = Math.max(widest, cells.size());
        }
        return 0;
    }
}
