package tickwing.common.text;

import java.io.PrintWriter;

/**
 * Prints sentences: what {@code println} is given takes one line, {@link Printable}, whatever it quotes. What is printed
 * or appended otherwise, tables and charts for example, goes through as it is.
 */
public final class PrintableLines extends PrintWriter {
    /** @param out flushed at the end of each line */
    public PrintableLines(PrintWriter out) {
        super(out, true);
    }

    @Override
    public void println(String sentence) {
        super.println(Printable.line(String.valueOf(sentence)));
    }

    @Override
    public void println(Object sentence) {
        println(String.valueOf(sentence));
    }
}
