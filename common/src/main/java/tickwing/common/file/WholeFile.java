package tickwing.common.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces files as a whole: whoever reads one sees the old content or the new, also after a failure. The new one is
 * written beside the old one and moved into its place.
 *
 * <ul>
 *   <li>A file that is new gets the mode that the umask says; one that was there keeps its mode and, where this user may
 *       give files away, its owner and group.
 *   <li>A symbolic link is refused. To follow it would let whoever may write to the folder choose which file is lost; to
 *       replace it would leave the file that it leads to as old as it is.
 *   <li>What is no file, a device or a named pipe, is written to where it stands, and so is what a process calls its open
 *       files ({@code /dev/stdout}).
 *   <li>Folders that are missing are made.
 * </ul>
 */
public final class WholeFile {
    private static final String OPEN_FILES = "/dev/(stdout|stderr|fd/\\d+)|/proc/(self|\\d+)/fd/\\d+";
    /** Of the file's name in that of the part; a name has 255 bytes at most. */
    private static final int NAME = 50;

    private WholeFile() {}

    /** What is to be in the file. */
    @FunctionalInterface
    public interface Content {
        /** @param out not buffered; closed by the caller */
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws IOException when it cannot be written; then a file that was there is as it was */
    public static void write(Path path, Content content) throws IOException {
        if (isOpenFile(path) || isSpecial(path)) {
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
                content.writeTo(out);
            }
            return;
        }
        refuseWhatIsNoFile(path);
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path part = folder.resolve(partOf(path.getFileName().toString()));
        try {
            try (OutputStream out = Standing.of(path).create(part)) {
                content.writeTo(out);
            }
            move(part, path);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean isOpenFile(Path path) {
        return path.toString().matches(OPEN_FILES);
    }

    /** Windows says the same of files that are kept elsewhere. */
    private static boolean isSpecial(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther();
    }

    private static void refuseWhatIsNoFile(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(
                    path.toString(), null, "it is a symbolic link; name the file that it leads to");
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder; name a file");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static String partOf(String name) {
        return "." + name.substring(0, Math.min(name.length(), NAME)) + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part";
    }

    private static void move(Path part, Path path) throws IOException {
        try {
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
