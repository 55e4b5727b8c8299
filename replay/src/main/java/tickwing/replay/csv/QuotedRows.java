package tickwing.replay.csv;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import tickwing.common.text.CsvCell;

/**
 * What quotes mean in a row (RFC 4180, section 2, rules 5 to 7): one opens a cell at its start, closes it at its end, or is
 * doubled between these two. opencsv takes such rows apart; of a row that breaks the rules it would make something, too: of
 * {@code a""b}, for one, {@code a"b}. Not safe for several threads.
 */
final class QuotedRows {
    private final char separator;
    private final ICSVParser parser;

    QuotedRows(char separator) {
        this.separator = separator;
        this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
    }

    /** Whether a row that has begun goes on in the next line: quotes are opened in it and not closed. */
    static boolean isOpen(byte[] line) {
        boolean open = false;
        for (byte b : line) {
            open ^= b == '"';
        }
        return open;
    }

    /** The cells, without their quotes; null where a quote is out of place. */
    String[] cells(String row) {
        try {
            String[] cells = parser.parseLine(row);
            return isMadeOf(cells, row) ? cells : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the row is its cells, each between quotes or as it is, with separators between them. */
    private boolean isMadeOf(String[] cells, String row) {
        int at = 0;
        for (String cell : cells) {
            boolean quoted = row.startsWith("\"", at);
            String written = quoted ? CsvCell.quoted(cell) : cell;
            int end = at + written.length();
            boolean right = row.startsWith(written, at) && (quoted || cell.indexOf('"') < 0);
            if (!right || end < row.length() && row.charAt(end) != separator) {
                return false;
            }
            at = end + 1;
        }
        return at == row.length() + 1;
    }
}
