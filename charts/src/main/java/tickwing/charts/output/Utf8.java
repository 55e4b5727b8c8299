package tickwing.charts.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts as UTF-8, each turned into bytes in one go: a writer copies every character twice more. A character is never split between two texts.
 */
final class Utf8 implements Appendable {
    private final OutputStream out;

    /** @param out neither flushed nor closed */
    Utf8(OutputStream out) {
        this.out = out;
    }

    @Override
    public Utf8 append(CharSequence text) throws IOException {
        out.write(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public Utf8 append(CharSequence text, int start, int end) throws IOException {
        return append(String.valueOf(text).substring(start, end));
    }

    @Override
    public Utf8 append(char character) throws IOException {
        return append(String.valueOf(character));
    }
}
