package tickwing.common.text;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A process's standard error, where loggers of libraries write too: what arrives there is {@link Printable}. Of a text of
 * several lines only the first starts at the left edge, so that none of the others passes for a line of its own.
 */
public final class PrintableStream extends PrintStream {
    private static final String INDENT = "    ";

    /** @param out where it goes, in that stream's own encoding */
    public PrintableStream(PrintStream out) {
        super(new Decoding(out), true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String text) {
        super.println(indented(String.valueOf(text)));
    }

    @Override
    public void println(Object text) {
        println(String.valueOf(text));
    }

    private static String indented(String text) {
        return text.indexOf('\n') < 0 ? text : text.replaceAll("\n(?![\t ]|$)", "\n" + INDENT);
    }

    /** Bytes of UTF-8 back to text. */
    private static final class Decoding extends OutputStream {
        private final PrintStream out;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        /** The first bytes of a character whose other bytes are still to come. */
        private byte[] begun = {};

        Decoding(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ByteBuffer all = ByteBuffer.allocate(begun.length + length);
            all.put(begun).put(bytes, offset, length).flip();
            CharBuffer text = CharBuffer.allocate(all.remaining());
            decoder.decode(all, text, false);
            begun = new byte[all.remaining()];
            all.get(begun);
            out.print(Printable.text(text.flip().toString(), ""));
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
