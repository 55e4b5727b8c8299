package tickwing.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import tickwing.common.error.UserError;
import tickwing.common.file.WholeFile;

/** A directory that this process alone writes to, from {@link #open} to {@link #close}. */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "tickwing.lock";
    private static final String CLUSTER_ID = "cluster.id";

    /** Stays when the keys are deleted to have new ones: the topics are still meant for users with a password. */
    private static final String SECURED = "secured";

    private static final Pattern OWN_FILES =
            Pattern.compile(String.join("|", LOCK, CLUSTER_ID, SECURED, "secure", "node-\\d+", "lost\\+found"));

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Where a user's broker keeps its data unless told otherwise: {@code %LOCALAPPDATA%\tickwing\broker} on Windows,
     * else {@code tickwing/broker} under {@code $XDG_DATA_HOME} or {@code ~/.local/share}.
     *
     * @param home the user's home directory
     */
    static Path defaultPath(Map<String, String> environment, Path home) {
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path parent = home.resolve(".local").resolve("share");
        if (!local.isEmpty()) {
            parent = Path.of(local);
        } else if (xdg.startsWith("/")) {
            // The specification has a relative path ignored.
            parent = Path.of(xdg);
        }
        return parent.resolve("tickwing").resolve("broker");
    }

    /**
     * Makes the directory if it is missing, and claims it.
     *
     * @throws UserError when it cannot be written to, or another broker has claimed it
     */
    static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (path.toString().indexOf(',') >= 0) {
            throw new UserError("Data directory " + path + " has a comma in its name, which Kafka takes for two"
                    + " directories; choose another with --data-dir.");
        }
        FileChannel channel = null;
        try {
            make(path);
            channel = OwnerOnly.open(path.resolve(LOCK));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            return new DataDirectory(path, channel);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new UserError("Data directory " + path + " is in use by another broker;"
                    + " use or stop that one, or choose another directory with --data-dir.");
        } catch (IOException e) {
            closeQuietly(channel);
            throw unwritable(path, e);
        }
    }

    private static void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        OwnerOnly.directory(path);
    }

    /** The directory of one node. */
    Path node(int id) {
        return node(path, id);
    }

    static Path node(Path directory, int id) {
        return directory.resolve("node-" + id);
    }

    /** The directory of what a secure broker and its users identify themselves with. */
    static Path secrets(Path directory) {
        return directory.resolve("secure");
    }

    /**
     * Refuses to run a different number of nodes than last time: each partition lives on the nodes that it was put on.
     *
     * @throws UserError when the directory holds another number of nodes
     */
    void expectNodes(int nodes) {
        int found = 0;
        while (Files.isDirectory(node(found + 1))) {
            found++;
        }
        if (found != 0 && found != nodes) {
            throw new UserError("Data directory " + path + " holds " + (found == 1 ? "one node" : found + " nodes")
                    + "; start it with --nodes " + found + ", or choose another with --data-dir.");
        }
    }

    /**
     * Refuses to serve everybody what a secure broker has kept, unless that is asked for.
     *
     * @throws UserError when the directory has belonged to a secure broker, and is to be used by one that is open
     */
    void expect(Access access) {
        Path secured = path.resolve(SECURED);
        boolean secure = Files.exists(secured) || Files.exists(secrets(path));
        if (access == Access.OPEN && secure) {
            throw new UserError("Data directory " + path + " is that of a secure broker; start it with --secure, choose"
                    + " another with --data-dir, or add --open-secure-data to let every program on this machine read"
                    + " and write its topics without a password.");
        }
        try {
            if (access == Access.SECURE && !Files.exists(secured)) {
                OwnerOnly.write(secured, "A broker without --secure does not start here.\n");
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Keeps the directory, and those of its nodes, to its owner alone: also one that an earlier run left open to others. One
     * that holds other files than a broker's stays as it is, since it may be somebody's home, or /tmp; its nodes' do not.
     *
     * @param nodes how many nodes there are, or will be
     * @throws UserError when somebody else owns it, or its file system knows no permissions
     */
    void keepToOwner(int nodes) {
        try {
            if (holdsOwnFilesOnly()) {
                OwnerOnly.directory(path);
            }
            for (int id = 1; id <= nodes; id++) {
                OwnerOnly.directory(node(id));
            }
        } catch (IOException e) {
            throw new UserError(
                    "Data directory " + path + " cannot be kept to its owner (" + reason(e)
                            + "); choose another with --data-dir.",
                    e);
        }
    }

    private boolean holdsOwnFilesOnly() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(
                    file -> OWN_FILES.matcher(file.getFileName().toString()).matches());
        }
    }

    /** The id that all nodes are formatted for; the same from run to run. */
    String clusterId() {
        Path file = path.resolve(CLUSTER_ID);
        try {
            if (!Files.exists(file)) {
                byte[] id = Uuid.randomUuid().toString().getBytes(StandardCharsets.UTF_8);
                WholeFile.write(file, out -> out.write(id));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }

    private static UserError unwritable(Path path, IOException e) {
        return new UserError(
                "Data directory " + path + " cannot be written to (" + reason(e) + "); choose another with --data-dir.",
                e);
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be created";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getFile() + ": " + failure.getReason();
        }
        return e.getClass().getSimpleName();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
