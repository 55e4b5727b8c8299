package tickwing.replay.csv;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a CSV file is written.
 *
 * @param charset UTF-8, or UTF-16 of either byte order
 * @param lineBreak the last character of each line: LF, or CR where there is no LF
 * @param separator what stands between two cells: a comma, a semicolon, a tab or a bar
 * @param preamble how many lines stand before the header and are no rows
 * @param emptyRows whether lines with nothing but separators on them are rows, and not blank lines
 */
public record Dialect(Charset charset, char lineBreak, char separator, int preamble, EmptyRows emptyRows) {
    /** What lines with nothing but separators on them are. */
    public enum EmptyRows {
        BLANK_LINES,
        ROWS
    }

    /** RFC 4180, as far as one can be sure of it without looking. */
    public static final Dialect STANDARD = new Dialect(StandardCharsets.UTF_8, '\n', ',', 0, EmptyRows.BLANK_LINES);

    public Dialect {
        Objects.requireNonNull(charset);
        Objects.requireNonNull(emptyRows);
        if (separator > 126 || separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException("no separator: " + (int) separator);
        }
    }

    /** The same with another separator. */
    public Dialect separatedBy(char other) {
        return new Dialect(charset, lineBreak, other, preamble, emptyRows);
    }

    /** The same with so many lines before the header. */
    public Dialect behind(int lines) {
        return new Dialect(charset, lineBreak, separator, lines, emptyRows);
    }

    /** The same where lines with nothing but separators on them are rows, as they were before there were dialects. */
    public Dialect withEmptyRows() {
        return new Dialect(charset, lineBreak, separator, preamble, EmptyRows.ROWS);
    }

    /** The bytes of a file in it as UTF-8. */
    InputStream utf8(InputStream in) {
        return charset.equals(StandardCharsets.UTF_8) ? in : new Utf8Stream(in, charset);
    }

    /** The separator as people call it. */
    public static String name(char separator) {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "\"" + separator + "\"";
        };
    }
}
