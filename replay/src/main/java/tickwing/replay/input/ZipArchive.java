package tickwing.replay.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tickwing.common.error.UserError;

/** The one CSV file of a zip archive. */
final class ZipArchive {
    private static final int MOST_NAMES = 8;

    /**
     * The file that is meant.
     *
     * @param bytes unpacked; closes the archive
     * @param size how many, at least 1
     */
    record Member(InputStream bytes, long size) {}

    private ZipArchive() {}

    /** An archive's first bytes, or those of an empty one. */
    static boolean is(Head head) {
        return head.starts("PK\u0003\u0004") || head.starts("PK\u0005\u0006");
    }

    /** For an archive that comes as a stream: what it holds stands at its end. */
    static UserError cannotSeek(String name, boolean packed) {
        return packed
                ? new UserError(name + " holds a zip archive; unpack it, and name the files.")
                : new UserError(name + " is a pipe with a zip archive in it, which has to be read from its end;"
                        + " unpack it, e.g. with unzip -p.");
    }

    /** @throws UserError when it holds no CSV file, or several */
    static Member open(String name, Path path) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(path).get();
        } catch (IOException e) {
            throw BrokenFile.cutOff(name, "zip", e);
        }
        try {
            ZipArchiveEntry csv = csv(name, zip);
            InputStream bytes = new FilterInputStream(zip.getInputStream(csv)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
            return new Member(bytes, Math.max(1, csv.getSize()));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipArchiveEntry csv(String name, ZipFile zip) {
        List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory() && !isLeftover(entry.getName()))
                .toList();
        Optional<UserError> other =
                NoCsv.ofZip(name, files.stream().map(ZipArchiveEntry::getName).toList());
        if (other.isPresent()) {
            throw other.get();
        }
        List<ZipArchiveEntry> tables = tables(files);
        if (tables.size() != 1) {
            throw refusal(name, files, tables);
        }
        if (!zip.canReadEntryData(tables.get(0))) {
            throw new UserError(
                    name + " is a zip archive with a password, or packed in an unusual way; unpack it, and name"
                            + " the file.");
        }
        return tables.get(0);
    }

    /** The only file; or those whose names say that they are CSV; or, where none does, that they are text. */
    private static List<ZipArchiveEntry> tables(List<ZipArchiveEntry> files) {
        if (files.size() == 1) {
            return files;
        }
        List<ZipArchiveEntry> csv = named(files, "csv|tsv");
        return csv.isEmpty() ? named(files, "txt|tab|dat|asc") : csv;
    }

    private static List<ZipArchiveEntry> named(List<ZipArchiveEntry> files, String endings) {
        String pattern = "(?s).*\\.(" + endings + ")(\\.(gz|bz2|xz|zst))?";
        return files.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).matches(pattern))
                .toList();
    }

    private static UserError refusal(String name, List<ZipArchiveEntry> files, List<ZipArchiveEntry> tables) {
        if (files.isEmpty()) {
            return new UserError(name + " is a zip archive without a file in it; check how it was made.");
        }
        if (tables.isEmpty()) {
            return new UserError(name + " holds " + files.size() + " files, none of them CSV (" + names(files)
                    + "); unpack it, and name the file.");
        }
        return new UserError(name + " holds " + tables.size() + " files; expected one. Unpack it and name the files: "
                + names(tables) + ".");
    }

    private static String names(List<ZipArchiveEntry> files) {
        String first =
                files.stream().limit(MOST_NAMES).map(ZipArchiveEntry::getName).collect(Collectors.joining(", "));
        return first + (files.size() > MOST_NAMES ? " and " + (files.size() - MOST_NAMES) + " more" : "");
    }

    /** What a Mac or Windows adds on its own. */
    private static boolean isLeftover(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || file.startsWith(".")
                || List.of("thumbs.db", "desktop.ini").contains(file.toLowerCase(Locale.ROOT));
    }
}
