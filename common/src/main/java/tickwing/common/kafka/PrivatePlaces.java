package tickwing.common.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickwing.common.error.UserError;

/**
 * Directories that this user alone can reach, in which the user's programs find each other. Nobody else can have put
 * anything there, such as a link, or a file that they hold locked.
 *
 * @param me the user that this process runs as; null where that cannot be told, which makes every place unusable
 * @param candidates the places, best first; their parents are made when they are missing
 */
record PrivatePlaces(UserPrincipal me, List<Path> candidates) {
    private static final Set<PosixFilePermission> ALONE = PosixFilePermissions.fromString("rwx------");

    private static final Set<OpenOption> CREATE_OR_OPEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /**
     * A file that could be opened, or why none could.
     *
     * @param obstacles what is wrong with the places that were tried in vain
     */
    record Opened(Optional<FileChannel> channel, List<String> obstacles) {}

    /**
     * Those of the user that runs this: where the system keeps the state of programs, or under the directory for temporary
     * files, since in a container the home is often read-only, or missing.
     */
    static PrivatePlaces ofThisUser() {
        Optional<UserPrincipal> me = currentUser();
        String name = me.map(UserPrincipal::getName).orElse(System.getProperty("user.name"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "tickwing-" + name.replaceAll("[^\\w.-]", "_"));
        Path home = Path.of(System.getProperty("user.home"));
        Path state = state(System.getenv(), home);
        // Java says "?" where a user has no home.
        return new PrivatePlaces(me.orElse(null), state.isAbsolute() ? List.of(state, temporary) : List.of(temporary));
    }

    /** Where the system keeps what a user's programs remember, and the user does not want to see. */
    static Path state(Map<String, String> environment, Path home) {
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        Path parent = home.resolve(".local").resolve("state");
        if (!local.isEmpty()) {
            parent = Path.of(local);
        } else if (xdg.startsWith("/")) {
            // The specification has a relative path ignored.
            parent = Path.of(xdg);
        }
        return parent.resolve("tickwing");
    }

    /** The user that this process runs as, who in a container need not have a name. */
    static Optional<UserPrincipal> currentUser() {
        Path process = Path.of("/proc/self");
        try {
            return Optional.of(
                    Files.exists(process)
                            ? Files.getOwner(process)
                            : process.getFileSystem()
                                    .getUserPrincipalLookupService()
                                    .lookupPrincipalByName(System.getProperty("user.name")));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens a file for writing in the first place that can be used, and makes it when it is missing.
     *
     * @throws UserError when something else has the file's name
     */
    Opened open(String name) {
        List<String> obstacles = new ArrayList<>();
        for (Path place : candidates) {
            try {
                make(place);
                return new Opened(Optional.of(openIn(place, name)), obstacles);
            } catch (IOException e) {
                obstacles.add(obstacle(e));
            }
        }
        return new Opened(Optional.empty(), obstacles);
    }

    private static FileChannel openIn(Path place, String name) throws IOException {
        Path file = place.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // A pipe would be waited for without end, a link might lead anywhere.
            throw new UserError(file + " is no ordinary file, as a lock must be; delete it.");
        }
        FileAttribute<?>[] ownerOnly = isPosix(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(file, CREATE_OR_OPEN, ownerOnly);
    }

    private static String obstacle(IOException e) {
        if (e instanceof FileSystemException failure) {
            boolean denied = e instanceof AccessDeniedException;
            String reason = denied ? "permission denied" : failure.getReason();
            return failure.getFile() + (reason == null ? " cannot be made" : ": " + reason);
        }
        return String.valueOf(e.getMessage());
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void make(Path place) throws IOException {
        if (!isPosix(place)) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        try {
            Files.createDirectory(place, PosixFilePermissions.asFileAttribute(ALONE));
        } catch (FileAlreadyExistsException e) {
            // Ours, it may be.
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(place, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes found = view.readAttributes();
        if (!found.isDirectory()) {
            throw new IOException(place + " is no directory");
        }
        if (!found.owner().equals(me)) {
            throw new IOException(place + " belongs to " + found.owner().getName());
        }
        if (!found.permissions().equals(ALONE)) {
            view.setPermissions(ALONE);
        }
    }
}
