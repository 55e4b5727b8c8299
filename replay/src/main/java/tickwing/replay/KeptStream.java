package tickwing.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import tickwing.replay.input.BrokenFile;

/**
 * A stream that keeps all that is read of it. It ends where the one behind it cannot be read any further; who reads it
 * {@linkplain #again again} meets the failure there.
 */
final class KeptStream extends FilterInputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;
    private BrokenFile failure;

    KeptStream(InputStream in) {
        super(in);
    }

    /** The first bytes, so many or all there are. */
    byte[] first(int most) throws IOException {
        byte[] block = new byte[most];
        while (bytes.size() < most && !ended) {
            read(block, 0, most - bytes.size());
        }
        return bytes.toByteArray();
    }

    /** Keeps nothing of what has been read. */
    void forget() {
        bytes.reset();
    }

    int size() {
        return bytes.size();
    }

    /** Whether something can be read without waiting for it; true at the end, too. */
    boolean hasMore() {
        try {
            return ended || in.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** What there is, up to the end of a line at least and {@code most} bytes at the most. */
    byte[] firstLine(int most) throws IOException {
        byte[] block = new byte[most];
        while (bytes.size() < most && !ended && (hasMore() || !hasLine())) {
            read(block, 0, most - bytes.size());
        }
        return bytes.toByteArray();
    }

    private boolean hasLine() {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        int last = text.length() - 1;
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 && text.indexOf('\r') < last;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = -1;
        try {
            count = in.read(to, offset, length);
        } catch (BrokenFile e) {
            failure = e;
        }
        ended = count < 0;
        bytes.write(to, offset, Math.max(0, count));
        return count;
    }

    /** The stream from its start. */
    InputStream again() {
        BrokenFile broken = failure;
        InputStream rest = broken == null
                ? in
                : new FilterInputStream(in) {
                    @Override
                    public int read(byte[] to, int offset, int length) {
                        throw broken;
                    }
                };
        return new SequenceInputStream(new ByteArrayInputStream(bytes.toByteArray()), rest);
    }
}
