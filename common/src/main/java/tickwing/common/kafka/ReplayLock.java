package tickwing.common.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import tickwing.common.error.UserError;

/**
 * Keeps a second program of the same user on the same machine from publishing the same input to the same topic; the
 * operating system lets go of it when the process ends, however it ends. From another machine, opening a
 * {@link TransactionalPublisher} shuts out the first.
 *
 * <p>All inputs share one empty file, and each locks one byte of it, so that no file has to be deleted, which could not be
 * done without a race. The file is opened once: closing a second channel would let go of the lock (POSIX).
 */
final class ReplayLock implements AutoCloseable {
    private final FileChannel channel;

    private ReplayLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param group names program and input, as a position's group does
     * @throws UserError when another program holds it
     */
    static ReplayLock take(ClientSettings settings, String topic, String group) {
        Path path =
                Path.of(System.getProperty("java.io.tmpdir"), "tickwing-" + System.getProperty("user.name") + ".lock");
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel, position(settings + " " + topic + " " + group))) {
                channel.close();
                throw new UserError("Another program is publishing this input to topic " + topic + " already (" + group
                        + "); wait for it or stop it.");
            }
            return new ReplayLock(channel);
        } catch (IOException e) {
            throw new UserError("The lock file " + path + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The process ends soon, and with it the lock.
        }
    }

    private static boolean tryLock(FileChannel channel, long position) throws IOException {
        try {
            return channel.tryLock(position, 1, false) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static long position(String what) {
        CRC32C hash = new CRC32C();
        hash.update(what.getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }
}
