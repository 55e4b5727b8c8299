package tickwing.replay.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tickwing.common.error.UserError;
import tickwing.common.file.NamedFile;

/** One source of rows: a file, read through its compression, or standard input. */
public final class Input {
    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private final Path path;
    private final InputStream standardInput;
    private CountingStream counted;

    private static final int BUFFER_BYTES = 64 * 1024;

    private Input(Path path, InputStream standardInput) {
        this.path = path;
        this.standardInput = standardInput;
    }

    /**
     * The input that an argument names.
     *
     * @param standardInput what {@code -} stands for
     * @throws UserError when there is no such file, or it cannot be read
     */
    public static Input of(String argument, InputStream standardInput) {
        if (argument.equals(STANDARD_INPUT)) {
            return new Input(null, Objects.requireNonNull(standardInput));
        }
        Path path = Path.of(argument);
        if (!Files.exists(path)) {
            throw new UserError(argument + " does not exist; expected a CSV file, or - for standard input.");
        }
        if (Files.isDirectory(path)) {
            throw new UserError(argument + " is a directory; expected a CSV file.");
        }
        if (!Files.isReadable(path)) {
            throw new UserError(argument + " cannot be read; check its permissions.");
        }
        return new Input(path, null);
    }

    /** The file's name without its folders, or {@code -}: what positions, dead letters and messages call it. */
    public String name() {
        return path == null ? STANDARD_INPUT : path.getFileName().toString();
    }

    /** Whether this is a file, which can be read again from its start. */
    public boolean isFile() {
        return path != null && Files.isRegularFile(path);
    }

    /** The file; null for standard input. */
    public Path path() {
        return path;
    }

    /** The file, as messages call it; for standard input, what the shell may have put there. */
    public NamedFile named() {
        return path == null
                ? new NamedFile("standard input", Path.of("/dev/stdin"))
                : new NamedFile("the input " + path, path);
    }

    /** Bytes of the file as it lies on the disk; -1 for standard input. */
    public long size() throws IOException {
        return path == null ? -1 : Files.size(path);
    }

    /** How many of those bytes have been read since the last {@link #open}. */
    public long position() {
        return counted == null ? 0 : counted.position();
    }

    /** The rows' bytes, decompressed. The caller closes it; standard input stays open all the same. */
    public InputStream open() throws IOException {
        if (path == null) {
            return new FilterInputStream(standardInput) {
                @Override
                public void close() {
                    // Whoever has made it closes it.
                }
            };
        }
        try {
            counted = new CountingStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
            return Compression.open(path, counted);
        } catch (AccessDeniedException e) {
            throw new UserError(path + " cannot be read; check its permissions.", e);
        }
    }

    /**
     * The rows' bytes, and those that are appended meanwhile, whole lines only.
     *
     * @param growth asked at the end of the file
     * @throws UserError when the file is compressed; when reading, when it is replaced or becomes shorter
     */
    public InputStream follow(Growth growth) throws IOException {
        try (InputStream start = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
                InputStream plain = Compression.open(path, start)) {
            if (plain != start) {
                throw new UserError(path + " is compressed, and cannot be followed; leave out --follow.");
            }
        }
        return new GrowingFile(path, growth);
    }

    @Override
    public String toString() {
        return path == null ? "standard input" : path.toString();
    }
}
