package tickwing.replay.input;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tickwing.common.error.UserError;
import tickwing.common.file.NamedFile;

/** One source of rows: a file or a pipe, read through its compression, or standard input. */
public final class Input {
    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private final Path path;
    private final InputStream standardInput;
    private Compression.Opened opened;
    /** Written and read by different threads. */
    private volatile GrowingFile followed;

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

    /**
     * What positions, dead letters and messages call it: the file's name without its folders; of a pipe the whole path, whose
     * last part is often but a number; {@code -}.
     */
    public String name() {
        if (path == null) {
            return STANDARD_INPUT;
        }
        return isFile() ? path.getFileName().toString() : path.toString();
    }

    /**
     * Whether this is a file, which can be read again from its start. A pipe is none; nor is what {@code /dev/stdin} stands
     * for, which is another one each time.
     */
    public boolean isFile() {
        return path != null && Files.isRegularFile(path) && !isDescriptor();
    }

    private boolean isDescriptor() {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.equals(Path.of("/dev/stdin")) || absolute.startsWith("/dev/fd") || absolute.startsWith("/proc");
    }

    /** The file or the pipe; null for standard input. */
    public Path path() {
        return path;
    }

    /** The file, as messages call it; for standard input, what the shell may have put there. */
    public NamedFile named() {
        return path == null
                ? new NamedFile("standard input", Path.of("/dev/stdin"))
                : new NamedFile("the input " + path, path);
    }

    /** The folder that the file is in, by its real name. */
    public Path folder() throws IOException {
        return path.toAbsolutePath().getParent().toRealPath();
    }

    /** Bytes of the file as it lies on the disk; -1 for standard input and pipes. */
    public long size() throws IOException {
        return isFile() ? Files.size(path) : -1;
    }

    /** How many bytes of the file or stream have been read since the last {@link #open}. */
    public long position() {
        if (followed != null) {
            return followed.fingerprint().bytes();
        }
        return opened == null ? 0 : opened.position().getAsLong();
    }

    /** How many bytes those have become; as many, where nothing is compressed. */
    public long unpacked() {
        if (followed != null) {
            return followed.fingerprint().bytes();
        }
        return opened == null ? 0 : opened.unpacked().getAsLong();
    }

    /**
     * The rows' bytes, decompressed. The caller closes it; standard input stays open all the same. A pipe can be opened once.
     *
     * @throws UserError when it is no CSV, as far as its first bytes say
     * @throws BrokenFile when reading what cannot be decompressed to its end
     * @throws FileChanged when reading a file whose end comes before the one that it had
     */
    public InputStream open() throws IOException {
        return open(size());
    }

    /**
     * The same.
     *
     * @param bytes how long the file was when somebody looked; -1 when that is unknown
     */
    public InputStream open(long bytes) throws IOException {
        try {
            CountingStream.End end = path == null ? position -> {} : position -> checkEnd(position, bytes);
            opened = Compression.open(
                    toString(), path, new CountingStream(new BufferedInputStream(raw(), BUFFER_BYTES), end));
            return opened.bytes();
        } catch (AccessDeniedException e) {
            throw new UserError(path + " cannot be read; check its permissions.", e);
        }
    }

    private InputStream raw() throws IOException {
        if (path == null) {
            return new FilterInputStream(standardInput) {
                @Override
                public void close() {
                    // Whoever has made it closes it.
                }
            };
        }
        // A stream of Files wants to know where in the file it is, which a pipe cannot say.
        return isFile() ? Files.newInputStream(path) : new FileInputStream(path.toFile());
    }

    /** A file that was cut while it was read ends in half a row, most likely; one that has been moved is whole. */
    private void checkEnd(long position, long bytes) throws IOException {
        long now = Files.exists(path) ? size() : position;
        if (Math.min(now, position) < bytes) {
            throw new FileChanged(path + " has become shorter while it was read, so that it may end in half a row.");
        }
    }

    /**
     * The rows' bytes, and those that are appended meanwhile, whole lines only.
     *
     * @param growth asked at the end of the file
     * @throws UserError when the file is compressed; when reading, when it is gone
     * @throws FileChanged when reading, when it is replaced or becomes shorter
     */
    public InputStream follow(Growth growth) throws IOException {
        try (CountingStream start = new CountingStream(
                        new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES), end -> {});
                InputStream plain =
                        Compression.open(path.toString(), path, start).bytes()) {
            if (plain != start) {
                throw new UserError(path + " is compressed, and cannot be followed; leave out --follow.");
            }
        }
        followed = new GrowingFile(path, growth);
        return followed;
    }

    /**
     * The fingerprint of all that has been read of a file that is followed, since it is not what it was at the start; of
     * others, that of the start.
     */
    public Fingerprint grown(Fingerprint start) {
        Fingerprint read = followed == null ? start : followed.fingerprint();
        return read.bytes() > start.bytes() ? read : start;
    }

    @Override
    public String toString() {
        return path == null ? "standard input" : path.toString();
    }
}
