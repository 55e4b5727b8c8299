package tickwing.replay.input;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tickwing.common.error.UserError;

/** Files that are often taken for CSV and are none, told by what is in them, whatever their name. */
final class NoCsv {
    private static final String SAVE = "save the sheet as CSV, and name that file";
    private static final String EXPORT = "write the table to a CSV file, e.g. with pandas, and name that";
    private static final String QUERY = "write the table to a CSV file, e.g. with sqlite3 -csv, and name that";
    private static final String UNPACK = "unpack it, and name the files";
    private static final String FETCH = "look at it, and download the CSV file itself";
    private static final String PULL = "fetch the file that it stands for with git lfs pull";

    /**
     * @param what it is, with its article
     * @param wayOut what to do about it
     */
    private record Kind<T>(String what, String wayOut, Predicate<T> is) {}

    private static final List<Kind<Head>> KINDS = List.of(
            new Kind<>(
                    "an Excel workbook", SAVE, head -> head.starts("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")),
            new Kind<>("an Excel workbook", SAVE, head -> isXml(head) && head.holdsText("excel.sheet")),
            new Kind<>("a Parquet file", EXPORT, head -> head.starts("PAR1")),
            new Kind<>("an Arrow file (Feather)", EXPORT, head -> head.starts("ARROW1") || head.starts("FEA1")),
            new Kind<>("an Arrow stream", EXPORT, head -> head.starts("\u00FF\u00FF\u00FF\u00FF")),
            new Kind<>("an Avro file", EXPORT, head -> head.starts("Obj\u0001")),
            new Kind<>("an HDF5 file", EXPORT, head -> head.starts("\u0089HDF\r\n\u001A\n")),
            new Kind<>("an SQLite database", QUERY, head -> head.starts("SQLite format 3\0")),
            new Kind<>("a PDF document", FETCH, head -> head.starts("%PDF-")),
            new Kind<>("a tar archive", UNPACK, head -> head.has(257, "ustar")),
            new Kind<>("a 7-Zip archive", UNPACK, head -> head.starts("7z\u00BC\u00AF'\u001C")),
            new Kind<>("a RAR archive", UNPACK, head -> head.starts("Rar!\u001A\u0007")),
            new Kind<>("an LZ4 file", UNPACK, head -> head.starts("\u0004\"M\u0018")),
            new Kind<>("an HTML page, perhaps a login or an error page", FETCH, NoCsv::isHtml),
            new Kind<>("XML, perhaps an error message", FETCH, NoCsv::isXml),
            new Kind<>("JSON, perhaps an error message", FETCH, Head::isJson),
            new Kind<>("a pointer of Git LFS", PULL, head -> head.starts("version https://git-lfs")));

    private static final List<Kind<String>> ZIPPED = List.of(
            new Kind<>("an Excel workbook", SAVE, name -> name.startsWith("xl/")),
            new Kind<>("an OpenDocument spreadsheet (LibreOffice)", SAVE, name -> name.equals("mimetype")),
            new Kind<>(
                    "an Excel workbook or another Office document", SAVE, name -> name.equals("[Content_Types].xml")));

    private NoCsv() {}

    /** The sentence about a file, or about what is packed into it; empty when it may be CSV. */
    static Optional<UserError> of(String file, boolean packed, Head head) {
        return KINDS.stream()
                .filter(kind -> kind.is().test(head))
                .findFirst()
                .map(kind -> refusal(file + (packed ? " holds " : " is "), kind));
    }

    /** The sentence about a zip archive that is something else besides; empty when it is but an archive. */
    static Optional<UserError> ofZip(String file, Collection<String> names) {
        return ZIPPED.stream()
                .filter(kind -> names.stream().anyMatch(kind.is()))
                .findFirst()
                .map(kind -> refusal(file + " is ", kind));
    }

    private static UserError refusal(String fileIs, Kind<?> kind) {
        return new UserError(fileIs + kind.what() + ", not CSV; " + kind.wayOut() + ".");
    }

    /** No other tags: a column may be called {@code <DATE>}. */
    private static boolean isHtml(Head head) {
        return List.of("<!doctype html", "<html", "<head>", "<body", "<script", "<!--").stream()
                        .anyMatch(head::startsWithText)
                || isXml(head) && head.holdsText("<html");
    }

    private static boolean isXml(Head head) {
        return head.startsWithText("<?xml");
    }
}
