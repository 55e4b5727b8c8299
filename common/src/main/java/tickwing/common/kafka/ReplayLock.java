package tickwing.common.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(ReplayLock.class);

    /** Null where no place could be found for it. */
    private final FileChannel channel;

    private ReplayLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or warns that there is none where nothing can be written to, as in a container whose file system is
     * read-only: then Kafka lets the newer of two programs go on, and ends the older.
     *
     * @param group names program and input, as a position's group does
     * @throws UserError when another program holds it
     */
    static ReplayLock take(PrivatePlaces places, ClientSettings settings, String topic, String group) {
        PrivatePlaces.Opened file = places.open("replay.lock");
        if (file.channel().isEmpty()) {
            return none(String.join("; ", file.obstacles()));
        }
        FileChannel channel = file.channel().get();
        try {
            if (tryLock(channel, position(settings + " " + topic + " " + group))) {
                return new ReplayLock(channel);
            }
        } catch (IOException e) {
            closeQuietly(channel);
            return none(e.getMessage());
        }
        closeQuietly(channel);
        throw new UserError("Another program is publishing this input to topic " + topic + " already (" + group
                + "); wait for it or stop it.");
    }

    private static ReplayLock none(String reason) {
        log.warn(
                "No lock keeps a second program on this machine from publishing the same input ({}); the newer of two would"
                        + " end the older.",
                reason);
        return new ReplayLock(null);
    }

    /** Whether there is one. */
    boolean isHeld() {
        return channel != null;
    }

    @Override
    public void close() {
        if (channel != null) {
            closeQuietly(channel);
        }
    }

    private static void closeQuietly(FileChannel channel) {
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
