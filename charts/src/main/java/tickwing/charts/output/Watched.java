package tickwing.charts.output;

import java.io.PrintWriter;
import tickwing.common.error.StandardOutputLost;

/**
 * Standard output while a long text is written to it. A {@link PrintWriter} swallows its failures: a table of a million rows
 * would be computed to its end for {@code | head -1}.
 */
final class Watched implements Appendable {
    /** Characters between two looks, each of which flushes. */
    private static final int STRIDE = 64 * 1024;

    private final PrintWriter out;
    private int sinceLook;

    Watched(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Watched append(CharSequence text) {
        String written = String.valueOf(text);
        out.write(written);
        sinceLook += written.length();
        if (sinceLook >= STRIDE) {
            sinceLook = 0;
            if (out.checkError()) {
                throw new StandardOutputLost();
            }
        }
        return this;
    }

    @Override
    public Watched append(CharSequence text, int start, int end) {
        return append(String.valueOf(text).substring(start, end));
    }

    @Override
    public Watched append(char character) {
        return append(String.valueOf(character));
    }
}
