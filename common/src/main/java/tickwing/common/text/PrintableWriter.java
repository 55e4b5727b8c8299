package tickwing.common.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes text to a terminal, {@link Printable}; line breaks and tabs stay. */
public final class PrintableWriter extends FilterWriter {
    private final String kept;
    /** The first half of a character whose other half is still to come; 0 where there is none. */
    private char half;

    public PrintableWriter(Writer out) {
        this(out, "");
    }

    /** @param kept further characters that stay as they are */
    public PrintableWriter(Writer out, String kept) {
        super(out);
        this.kept = kept;
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        synchronized (lock) {
            String whole = (half == 0 ? "" : String.valueOf(half)) + text.substring(offset, offset + length);
            half = 0;
            if (!whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1))) {
                half = whole.charAt(whole.length() - 1);
                whole = whole.substring(0, whole.length() - 1);
            }
            out.write(Printable.text(whole, kept));
        }
    }
}
