package tickwing.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * What a file's bytes were, so that a change can be told: their number and their CRC-32C. Two equal fingerprints of
 * files that were not made to collide mean equal files, but for one chance in 4 billion.
 *
 * @param bytes length of the file as it lies on the disk
 * @param crc32c checksum of those bytes
 */
public record Fingerprint(long bytes, int crc32c) {
    private static final int BUFFER_BYTES = 256 * 1024;

    /** The fingerprint of the first bytes of the file, or of all when it has fewer. */
    public static Fingerprint ofFirst(Path file, long limit) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (bytes < limit) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - bytes));
                if (read < 0) {
                    break;
                }
                crc.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Fingerprint(bytes, (int) crc.getValue());
    }
}
