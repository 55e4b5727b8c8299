package tickwing.common.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32C;
import tickwing.common.error.UserError;

/**
 * Keeps a second program of the same user on the same machine from publishing the same input to the same topic; the
 * operating system lets go of it when the process ends, however it ends. From another machine, opening a
 * {@link TransactionalPublisher} shuts out the first.
 */
final class ReplayLock implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private ReplayLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * @param group names program and input, as a position's group does
     * @throws UserError when another program holds it
     */
    static ReplayLock take(ClientSettings settings, String topic, String group) {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), fileName(settings + " " + topic + " " + group));
        try {
            while (true) {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!tryLock(channel)) {
                    channel.close();
                    throw new UserError("Another program is publishing this input to topic " + topic + " already ("
                            + group + "); wait for it or stop it.");
                }
                if (isStill(path, channel)) {
                    return new ReplayLock(path, channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UserError("The lock file " + path + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            // The process ends soon, and with it the lock.
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Whether the path still names the locked file: whoever held it before deletes it. */
    private static boolean isStill(Path path, FileChannel channel) throws IOException {
        String token = ProcessHandle.current().pid() + " " + UUID.randomUUID() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        return Files.exists(path) && Files.readString(path).equals(token);
    }

    private static String fileName(String what) {
        CRC32C hash = new CRC32C();
        hash.update((System.getProperty("user.name") + " " + what).getBytes(StandardCharsets.UTF_8));
        return "tickwing-" + HexFormat.of().toHexDigits((int) hash.getValue()) + ".lock";
    }
}
