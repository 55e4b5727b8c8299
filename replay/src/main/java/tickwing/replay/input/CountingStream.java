package tickwing.replay.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import tickwing.common.error.UserError;

/** Counts the bytes that are read, and looks at the end whether it is one. One thread reads, any may ask. */
final class CountingStream extends FilterInputStream {
    /** Asked at the end of the stream. */
    @FunctionalInterface
    interface End {
        /** @throws UserError when the stream should not end here */
        void check(long position) throws IOException;
    }

    private final End end;
    private volatile long position;
    private boolean ended;
    private long mark;

    CountingStream(InputStream in, End end) {
        super(in);
        this.end = end;
    }

    long position() {
        return position;
    }

    /** Whether it has been read to its end; for the thread that reads. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b < 0) {
            ended = true;
            end.check(position);
        } else {
            position++;
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            ended = true;
            end.check(position);
        } else {
            position += read;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        position += skipped;
        return skipped;
    }

    @Override
    public synchronized void mark(int limit) {
        super.mark(limit);
        mark = position;
    }

    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        position = mark;
    }
}
