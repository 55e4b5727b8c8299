package tickwing.replay.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines, in bounded memory: of a line longer than {@link #MAX_BYTES} only the head is kept. A byte
 * order mark (UTF-8) at the very start is dropped.
 */
final class ByteLines {
    /** The longest line that is kept whole, in bytes: what fits into a record for a broker with default limits. */
    static final int MAX_BYTES = 900_000;

    private static final int BUFFER_BYTES = 128 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * A line.
     *
     * @param number 1 is the first
     * @param bytes without its line end
     * @param lineEnd LF, CR LF, CR or nothing; of lines that end with LF, CR at the end of the stream is half of a CR LF
     * @param cut whether the line was longer, and its rest is dropped
     */
    record RawLine(long number, byte[] bytes, byte[] lineEnd, boolean cut) {}

    private static final byte[] NOTHING = {};
    private static final byte[] LF = {'\n'};
    private static final byte[] CR_LF = {'\r', '\n'};
    private static final byte[] CR = {'\r'};

    private final InputStream in;
    /** The last byte of a line's end: LF, or CR. */
    private final byte lineBreak;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private Runnable beforeWaiting = () -> {};
    private int at;
    private int end;
    private long number;
    private boolean ended;

    /** @param lineBreak the last byte of each line: LF, or CR */
    ByteLines(InputStream in, char lineBreak) {
        this.in = in;
        this.lineBreak = (byte) lineBreak;
    }

    /** Whether the stream has been read to its end, with all that was in it returned. */
    boolean hasEnded() {
        return ended;
    }

    /** @param waiting called before the stream is asked for more, which may take a while */
    void beforeWaiting(Runnable waiting) {
        beforeWaiting = waiting;
    }

    /** The next line; null at the end. */
    RawLine next() throws IOException {
        int from = at;
        return scan() ? line(buffer, from, at, false) : nextInPieces(from);
    }

    private RawLine line(byte[] bytes, int from, int to, boolean cut) {
        byte[] lineEnd = NOTHING;
        if (to > from && bytes[to - 1] == lineBreak) {
            lineEnd = lineBreak == '\r' ? CR : to - 1 > from && bytes[to - 2] == '\r' ? CR_LF : LF;
        }
        return line(bytes, from, to, lineEnd, cut);
    }

    private RawLine line(byte[] bytes, int from, int to, byte[] lineEnd, boolean cut) {
        byte[] content = Arrays.copyOfRange(bytes, from, to - lineEnd.length);
        return new RawLine(++number, content, lineEnd, cut);
    }

    /** A line that is not in the buffer as a whole, or is the last one and has no line end; null at the end. */
    private RawLine nextInPieces(int from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean cut = false;
        int start = from;
        boolean whole = false;
        while (true) {
            int room = MAX_BYTES - bytes.size();
            cut |= at - start > room;
            bytes.write(buffer, start, Math.min(at - start, room));
            if (whole) {
                return line(bytes.toByteArray(), 0, bytes.size(), cut);
            }
            if (!fill()) {
                ended = true;
                return bytes.size() == 0 ? null : lastLine(bytes.toByteArray(), cut);
            }
            start = at;
            whole = scan();
        }
    }

    private RawLine lastLine(byte[] bytes, boolean cut) {
        boolean halfALineEnd = !cut && bytes[bytes.length - 1] == '\r';
        return line(bytes, 0, bytes.length, halfALineEnd ? CR : NOTHING, cut);
    }

    /** Moves behind the next LF, or to the end of the buffer; whether there was one. */
    private boolean scan() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == lineBreak) {
                at = i + 1;
                return true;
            }
        }
        at = end;
        return false;
    }

    private boolean fill() throws IOException {
        beforeWaiting.run();
        boolean first = end == 0 && number == 0;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        if (first && end > 0) {
            dropByteOrderMark();
        }
        return end > 0;
    }

    private void dropByteOrderMark() throws IOException {
        while (end < BYTE_ORDER_MARK.length) {
            int more = in.read(buffer, end, buffer.length - end);
            if (more < 0) {
                return;
            }
            end += more;
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (buffer[i] != BYTE_ORDER_MARK[i]) {
                return;
            }
        }
        at = BYTE_ORDER_MARK.length;
    }
}
