package tickwing.replay.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import tickwing.common.error.UserError;

/**
 * Reads files through their compression: gzip, bzip2, xz, Zstandard, and zip archives that hold one CSV file. What a file
 * is, its first bytes say, whatever its name.
 */
final class Compression {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** A file that unpacks to itself can be made. */
    private static final int MOST_LAYERS = 3;

    private static final CompressorStreamFactory FACTORY = new CompressorStreamFactory(true);

    private record Format(String name, String factoryName, Predicate<Head> is) {}

    private static final List<Format> FORMATS = List.of(
            new Format("gzip", CompressorStreamFactory.GZIP, head -> head.starts("\u001F\u008B")),
            new Format("bzip2", CompressorStreamFactory.BZIP2, Compression::isBzip2),
            new Format("xz", CompressorStreamFactory.XZ, head -> head.starts("\u00FD7zXZ\0")),
            new Format("Zstandard", CompressorStreamFactory.ZSTANDARD, head -> head.starts("(\u00B5/\u00FD")));

    /**
     * A file, opened.
     *
     * @param bytes as they were before they were compressed, or as they are; supports mark
     * @param position how many bytes of the file on the disk those that were read came from; from any thread
     * @param unpacked how many bytes those have become; from any thread
     */
    record Opened(InputStream bytes, LongSupplier position, LongSupplier unpacked) {}

    private final String name;
    private final Path path;
    private InputStream bytes;
    private LongSupplier position;
    private LongSupplier unpacked;
    private BooleanSupplier ended;

    private Compression(String name, Path path, CountingStream file) {
        this.name = name;
        this.path = path;
        this.bytes = file;
        this.position = file::position;
        this.unpacked = file::position;
        this.ended = file::hasEnded;
    }

    /**
     * Looks what a file is, and opens it.
     *
     * @param name what messages call it
     * @param path null for standard input
     * @param file the file, open at its start; supports mark
     * @throws UserError when it is no CSV file, which is closed then
     */
    static Opened open(String name, Path path, CountingStream file) throws IOException {
        Compression compression = new Compression(name, path, file);
        try {
            compression.unpack();
            return new Opened(compression.bytes, compression.position, compression.unpacked);
        } catch (IOException | RuntimeException e) {
            compression.bytes.close();
            throw e;
        }
    }

    private void unpack() throws IOException {
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            Head head = Head.of(bytes);
            Optional<UserError> other = NoCsv.of(name, layer > 0, head);
            if (other.isPresent()) {
                throw other.get();
            }
            if (ZipArchive.is(head)) {
                unzip(head, layer);
                continue;
            }
            Optional<Format> format =
                    FORMATS.stream().filter(f -> f.is().test(head)).findFirst();
            if (format.isEmpty()) {
                if (layer == 0) {
                    checkName();
                }
                return;
            }
            decompress(format.get());
        }
    }

    private void decompress(Format format) throws IOException {
        Unpacking.Trouble trouble = new Unpacking.Trouble(
                ended, e -> BrokenFile.cutOff(name, format.name(), e), e -> BrokenFile.damaged(name, format.name(), e));
        try {
            CompressorInputStream decompressor = FACTORY.createCompressorInputStream(format.factoryName(), bytes);
            take(new Unpacking(decompressor, decompressor::getBytesRead, trouble));
        } catch (CompressorException e) {
            throw trouble.of(new IOException(e));
        }
    }

    private void unzip(Head head, int layer) throws IOException {
        if (path == null || layer > 0 || !Files.isRegularFile(path)) {
            throw NoCsv.ofZip(name, List.of(head.firstInZip())).orElseGet(() -> ZipArchive.cannotSeek(name, layer > 0));
        }
        bytes.close();
        ZipArchive.Member member = ZipArchive.open(name, path);
        CountingStream counted = new CountingStream(member.bytes(), read -> {});
        long size = Files.size(path);
        position = () -> Math.min(size, (long) ((double) size * counted.position() / member.size()));
        take(new Unpacking(
                counted,
                () -> 0,
                new Unpacking.Trouble(
                        () -> false, e -> BrokenFile.cutOff(name, "zip", e), e -> BrokenFile.damaged(name, "zip", e))));
    }

    private void take(Unpacking unpacking) {
        bytes = new BufferedInputStream(unpacking, BUFFER_BYTES);
        ended = unpacking::hasEnded;
        unpacked = unpacking::count;
    }

    /** A column may be called something with {@code BZh}. */
    private static boolean isBzip2(Head head) {
        return head.starts("BZh") && (head.has(4, "1AY&SY") || head.has(4, "\u0017rE8P\u0090"));
    }

    /** No compression that is known; which is fine, unless the name says otherwise. */
    private void checkName() throws IOException {
        String file = path == null ? "" : path.getFileName().toString();
        String ending = file.substring(file.lastIndexOf('.') + 1);
        if (List.of("gz", "bz2", "xz", "zst", "zip").contains(ending) && Files.size(path) > 0) {
            throw new UserError(name + " is not in the format that its name says (" + ending
                    + "); check how it was made, or rename it.");
        }
    }
}
