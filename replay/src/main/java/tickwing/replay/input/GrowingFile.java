package tickwing.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.zip.CRC32C;
import tickwing.common.error.UserError;

/**
 * The bytes of a file that is still being written, whole lines only: a line without its line break is held back until it
 * has one. At the end it waits for more. One thread reads.
 */
final class GrowingFile extends InputStream {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final Object key;
    private final Growth growth;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    private final CRC32C crc = new CRC32C();
    /** What has been read; for other threads too. */
    private volatile Fingerprint fingerprint = new Fingerprint(0, 0);

    private long position;
    /** Where the last whole line ends. */
    private long whole;
    /** How far line breaks have been looked for. */
    private long searched;

    GrowingFile(Path path, Growth growth) throws IOException {
        this.path = path;
        this.growth = growth;
        key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        channel = FileChannel.open(path);
    }

    /** The fingerprint of what has been read; from any thread. */
    Fingerprint fingerprint() {
        return fingerprint;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * @throws FileChanged when the file is not the one that it was, with all whole lines of that one read, or has become
     *     shorter
     * @throws UserError when it is gone
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == whole) {
            search();
            if (position == whole && !growth.await()) {
                return -1;
            }
            // What came last before the file was replaced is still there to be read.
            search();
            if (position == whole) {
                check();
            }
        }
        int most = (int) Math.min(length, whole - position);
        int read = channel.read(ByteBuffer.wrap(bytes, offset, most), position);
        if (read < 0) {
            throw shorter();
        }
        position += read;
        crc.update(bytes, offset, read);
        fingerprint = new Fingerprint(position, (int) crc.getValue());
        return read;
    }

    /** Looks for line breaks in what has been added. */
    private void search() throws IOException {
        while (position == whole) {
            chunk.clear();
            int read = channel.read(chunk, searched);
            if (read <= 0) {
                return;
            }
            for (int i = read - 1; i >= 0 && position == whole; i--) {
                whole = chunk.get(i) == '\n' ? searched + i + 1 : whole;
            }
            searched += read;
        }
        // What follows the last line break is looked at again with the line that it begins.
        searched = whole;
    }

    private void check() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (!Objects.equals(key, now.fileKey())) {
                throw new FileChanged(path + " has been replaced by another file while it was followed.");
            }
            if (channel.size() < searched) {
                throw shorter();
            }
        } catch (NoSuchFileException e) {
            throw new UserError(
                    path + " has been moved or deleted while it was followed; run the same command again once it is"
                            + " back.",
                    e);
        }
    }

    private FileChanged shorter() {
        return new FileChanged(path + " has become shorter while it was followed, so that its rows cannot be told apart"
                + " from those on the topic.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
