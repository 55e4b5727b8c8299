package tickwing.common.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Who may do what with a file: what the one that takes its place has to have, too.
 *
 * @param attributes null where there is no file yet, or the system has no such thing
 */
record Standing(PosixFileAttributes attributes) {
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    static Standing of(Path path) throws IOException {
        PosixFileAttributeView view = view(path);
        return new Standing(view == null || !Files.exists(path) ? null : view.readAttributes());
    }

    private static PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Creates a file of this standing, which at no moment lets more people read it; a new one's mode is the umask's. */
    OutputStream create(Path path) throws IOException {
        if (attributes == null) {
            return Channels.newOutputStream(Files.newByteChannel(path, NEW));
        }
        FileAttribute<?> narrow = PosixFilePermissions.asFileAttribute(attributes.permissions());
        OutputStream out = Channels.newOutputStream(Files.newByteChannel(path, NEW, narrow));
        try {
            giveTo(path);
            view(path).setPermissions(attributes.permissions());
        } catch (IOException e) {
            out.close();
            throw e;
        }
        return out;
    }

    private void giveTo(Path path) throws IOException {
        PosixFileAttributes now = view(path).readAttributes();
        try {
            if (!now.group().equals(attributes.group())) {
                view(path).setGroup(attributes.group());
            }
            if (!now.owner().equals(attributes.owner())) {
                view(path).setOwner(attributes.owner());
            }
        } catch (IOException e) {
            // Most users may not give files away; the file is theirs, then, as whatever else they write.
        }
    }
}
