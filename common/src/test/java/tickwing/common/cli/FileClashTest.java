package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;

class FileClashTest {
    @TempDir
    private Path folder;

    private static UsageError refused(Path written, Path read) {
        return assertThrows(
                UsageError.class,
                () -> FileClash.refuse(
                        List.of(new NamedFile("--report r", written)), List.of(new NamedFile("the input i", read))));
    }

    @Test
    void refusesAnOutputThatIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "rows");
        assertEquals(
                "--report r is the same file as the input i, which would be lost; name another.",
                refused(file, file).getMessage());
        refused(folder.resolve("../" + folder.getFileName() + "/./x.csv"), file);
        refused(Path.of("").toAbsolutePath().relativize(file), file);
        refused(Files.createLink(folder.resolve("hard.csv"), file), file);
        refused(Files.createSymbolicLink(folder.resolve("soft.csv"), file), file);
        refused(file, folder.resolve("soft.csv"));
        refused(Files.createSymbolicLink(folder.resolve("folder"), folder).resolve("x.csv"), file);
    }

    @Test
    void refusesTwoOutputsThatWillBeTheSameFile() {
        Path file = folder.resolve("later/a.png");
        UsageError e = assertThrows(
                UsageError.class,
                () -> FileClash.refuse(
                        List.of(
                                new NamedFile("--output a", file),
                                new NamedFile("--output b", folder.resolve("other/../later/a.png"))),
                        List.of()));
        assertEquals("--output a and --output b are the same file; name two.", e.getMessage());
    }

    @Test
    void letsOthersPass() throws IOException {
        Path a = Files.writeString(folder.resolve("a"), "");
        Path b = Files.writeString(folder.resolve("b"), "");
        Path nothing = Path.of("/dev/null");
        assertDoesNotThrow(() -> FileClash.refuse(
                List.of(
                        new NamedFile("a", a),
                        new NamedFile("new", folder.resolve("new")),
                        new NamedFile("null", nothing),
                        new NamedFile("null again", nothing)),
                List.of(new NamedFile("b", b), new NamedFile("null", nothing))));
        assertTrue(Files.exists(a));
    }
}
