package tickwing.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.kafka.DeadLetterBook.Letter;
import tickwing.common.text.CsvCell;

/**
 * Dead letters as CSV: {@code file,line,error,raw}. Sorted by file and line as far as 8 million characters of text are
 * enough for it; what is more comes in portions of that size, each sorted.
 */
final class LetterTable {
    static final List<String> COLUMNS = List.of("file", "line", "error", "raw");

    private static final long PORTION_CHARS = 8_000_000;
    private static final Comparator<Letter> ORDER = Comparator.comparing(
                    (Letter letter) -> letter.address().file())
            .thenComparing(letter -> letter.address().line());

    private final PrintWriter out;
    private final long portionChars;
    private final List<Letter> portion = new ArrayList<>();
    private long chars;

    LetterTable(PrintWriter out) {
        this(out, PORTION_CHARS);
    }

    LetterTable(PrintWriter out, long portionChars) {
        this.out = out;
        this.portionChars = portionChars;
        out.append(String.join(",", COLUMNS) + "\n");
    }

    /** @throws StandardOutputLost when nobody takes the table any more */
    void add(Letter letter) {
        portion.add(letter);
        chars += letter.raw().length() + letter.error().length();
        if (chars >= portionChars) {
            print();
        }
    }

    /** Prints what is left; there are no more. */
    void end() {
        print();
        out.flush();
    }

    private void print() {
        portion.sort(ORDER);
        for (Letter letter : portion) {
            out.append(String.join(
                    ",",
                    CsvCell.quoted(letter.address().file()),
                    Long.toString(letter.address().line()),
                    CsvCell.quoted(letter.error()),
                    CsvCell.quoted(letter.raw()) + "\n"));
        }
        portion.clear();
        chars = 0;
        if (out.checkError()) {
            throw new StandardOutputLost();
        }
    }
}
