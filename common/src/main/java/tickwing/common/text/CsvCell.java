package tickwing.common.text;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as cells of CSV, as RFC 4180 has it. */
public final class CsvCell {
    private CsvCell() {}

    /** The text as it is, between quotes where it holds a comma, a quote or a line break. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
                return quoted(text);
            }
        }
        return text;
    }

    /** The text between quotes, whatever it holds. */
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A row of cells, each between quotes, with commas between them; without a line end. */
    public static String quoted(List<String> cells) {
        return quoted(cells, ',');
    }

    /** The same with another separator. */
    public static String quoted(List<String> cells, char separator) {
        return cells.stream().map(CsvCell::quoted).collect(Collectors.joining(String.valueOf(separator)));
    }
}
