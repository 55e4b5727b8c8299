package tickwing.broker;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files and directories that nobody but their owner can read, from the moment they exist. */
final class OwnerOnly {
    private OwnerOnly() {}

    /**
     * Makes the directory, or takes the permissions of all others away from one that is there.
     *
     * @throws IOException when it is somebody else's, or its file system knows no permissions
     */
    static void directory(Path path) throws IOException {
        if (isPosix(path)) {
            Set<PosixFilePermission> alone = PosixFilePermissions.fromString("rwx------");
            if (!Files.isDirectory(path)) {
                Files.createDirectory(path, posix("rwx------"));
            }
            if (Files.getPosixFilePermissions(path).equals(alone)) {
                return;
            }
            Files.setPosixFilePermissions(path, alone);
            // Some file systems take them and keep their own.
            if (!Files.getPosixFilePermissions(path).equals(alone)) {
                throw new FileSystemException(path.toString(), null, "its file system keeps no permissions");
            }
        } else {
            Files.createDirectories(path);
            restrict(path);
        }
    }

    /** Opens a file to write to, and makes it when it is missing. */
    static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributesOfAFile(path));
    }

    /** Replaces the file's content in one step. */
    static void write(Path path, String content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (SeekableByteChannel channel = Files.newByteChannel(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributesOfAFile(path))) {
            if (!isPosix(path)) {
                restrict(fresh);
            }
            Channels.newOutputStream(channel).write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] attributesOfAFile(Path path) {
        return isPosix(path) ? new FileAttribute<?>[] {posix("rw-------")} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> posix(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static void restrict(Path path) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
