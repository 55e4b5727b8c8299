package tickwing.replay.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import tickwing.common.error.UserError;

/**
 * Reads files through their compression: gzip, bzip2, xz, Zstandard, and zip archives that hold one file. What a file is,
 * its first bytes say, whatever its name.
 */
final class Compression {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final CompressorStreamFactory FACTORY = new CompressorStreamFactory(true);
    private static final List<String> KNOWN = List.of(
            CompressorStreamFactory.GZIP,
            CompressorStreamFactory.BZIP2,
            CompressorStreamFactory.XZ,
            CompressorStreamFactory.ZSTANDARD);

    private Compression() {}

    /**
     * The file's bytes as they were before it was compressed, or as they are.
     *
     * @param file the file, open at its start; supports mark
     */
    static InputStream open(Path path, InputStream file) throws IOException {
        try {
            if (startsWith(file, 'P', 'K', 3, 4)) {
                file.close();
                if (!Files.isRegularFile(path)) {
                    throw new UserError(path + " is a pipe with a zip archive in it, which has to be read from its end;"
                            + " unpack it, e.g. with unzip -p.");
                }
                return unzip(path);
            }
            String name = CompressorStreamFactory.detect(file);
            return KNOWN.contains(name)
                    ? new BufferedInputStream(FACTORY.createCompressorInputStream(name, file), BUFFER_BYTES)
                    : file;
        } catch (CompressorException e) {
            return plain(path, file, e);
        }
    }

    /** No compression that is known; which is fine, unless the name says otherwise. */
    private static InputStream plain(Path path, InputStream file, CompressorException e) throws IOException {
        String name = path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (Files.size(path) > 0 && List.of("gz", "bz2", "xz", "zst", "zip").contains(ending)) {
            file.close();
            throw new UserError(
                    path + " is not in the format that its name says (" + ending
                            + "); check how it was made, or rename it.",
                    e);
        }
        return file;
    }

    private static InputStream unzip(Path path) throws IOException {
        ZipFile zip = ZipFile.builder().setPath(path).get();
        List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .toList();
        if (files.size() != 1) {
            zip.close();
            throw new UserError(
                    path + " holds " + files.size() + " files; expected one. Unpack it and name the files.");
        }
        return new FilterInputStream(zip.getInputStream(files.get(0))) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    private static boolean startsWith(InputStream file, int... bytes) throws IOException {
        file.mark(bytes.length);
        boolean same = true;
        for (int expected : bytes) {
            same &= file.read() == expected;
        }
        file.reset();
        return same;
    }
}
