package tickwing.common.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file, and what its user calls it.
 *
 * @param name for sentences: {@code --report x.json}
 */
public record NamedFile(String name, Path path) {
    /** Whether both are the same file, however it is named: by links, or from another folder. Devices are no files. */
    public boolean isSame(NamedFile other) {
        try {
            if (Files.exists(path) && Files.exists(other.path)) {
                return Files.isRegularFile(path) && Files.isSameFile(path, other.path);
            }
            return real(path).equals(real(other.path));
        } catch (IOException e) {
            return absolute(path).equals(absolute(other.path));
        }
    }

    /** Where a file is or will be, without links. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        return Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) || absolute.getParent() == null
                ? absolute.toRealPath()
                : real(absolute.getParent()).resolve(absolute.getFileName()).normalize();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
