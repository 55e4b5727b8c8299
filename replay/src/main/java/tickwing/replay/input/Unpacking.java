package tickwing.replay.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tickwing.common.error.UserError;

/**
 * What comes out of a decompressor, up to the last byte that it can give; then one sentence about what is the matter with the
 * file. One thread reads.
 */
final class Unpacking extends FilterInputStream {
    /**
     * Words for what stops it.
     *
     * @param sourceEnded whether all of the compressed bytes have been read
     * @param cutOff what is the matter when they have
     * @param damaged what is the matter when they have not
     */
    record Trouble(
            BooleanSupplier sourceEnded,
            Function<IOException, UserError> cutOff,
            Function<IOException, UserError> damaged) {
        UserError of(IOException e) {
            return (sourceEnded.getAsBoolean() ? cutOff : damaged).apply(e);
        }
    }

    /** So much may be lost of a decompressor that throws away what it has unpacked before it stumbles. */
    private static final int PIECE_BYTES = 8 * 1024;

    private final LongSupplier given;
    private final Trouble trouble;
    private UserError failure;
    private boolean ended;
    private volatile long count;

    /** @param given how many bytes the decompressor has given so far; always 0 for one that does not count */
    Unpacking(InputStream decompressor, LongSupplier given, Trouble trouble) {
        super(decompressor);
        this.given = given;
        this.trouble = trouble;
    }

    /** Whether it has been read to its end. */
    boolean hasEnded() {
        return ended;
    }

    /** How many bytes it has given; from any thread. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int read = 0;
        while (read < length) {
            int asked = Math.min(PIECE_BYTES, length - read);
            int got = piece(bytes, offset + read, asked);
            read += Math.max(got, 0);
            if (got < asked) {
                break;
            }
        }
        if (read == 0 && failure != null) {
            throw failure;
        }
        count += read;
        return read == 0 && ended ? -1 : read;
    }

    private int piece(byte[] bytes, int offset, int length) throws IOException {
        long before = given.getAsLong();
        try {
            int read = super.read(bytes, offset, length);
            ended |= read < 0;
            return read;
        } catch (IOException e) {
            failure = trouble.of(e);
            // Some decompressors throw away the number, not the bytes, of what they have unpacked before they stumble.
            return (int) (given.getAsLong() - before);
        }
    }

    /** Nothing for sure: who reads on because of it would lose what he has when it stumbles. */
    @Override
    public int available() {
        return 0;
    }
}
