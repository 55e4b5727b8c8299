package tickwing.common.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("report.json");
    }

    private static void write(Path path, String text) throws IOException {
        WholeFile.write(path, out -> out.write(text.getBytes(UTF_8)));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        write(file, "first, and longer");
        write(file, "second");
        assertEquals("second", Files.readString(file));
        assertEquals(1, files());
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenWritingFails() throws IOException {
        Files.writeString(file, "old");
        IOException full = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write('h');
                    throw new IOException("No space left on device");
                }));
        assertEquals("No space left on device", full.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(1, files());
    }

    @Test
    void showsTheOldFileUntilTheNewOneIsComplete() throws IOException {
        Files.writeString(file, "old");
        WholeFile.write(file, out -> {
            out.write("new".getBytes(UTF_8));
            out.flush();
            assertEquals("old", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
    }

    @Test
    void givesANewFileTheModeThatOtherNewFilesHave() throws IOException {
        assumeTrue(isPosix(folder));
        Path usual = folder.resolve("usual");
        Files.newOutputStream(usual).close();
        write(file, "new");
        assertEquals(mode(usual), mode(file));
    }

    @Test
    void keepsTheModeOfAFileThatWasThereFromTheFirstByteOn() throws IOException {
        assumeTrue(isPosix(folder));
        Files.writeString(file, "old");
        for (String mode : new String[] {"rw-------", "rw-rw-rw-"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            WholeFile.write(file, out -> {
                try (Stream<Path> parts = Files.list(folder)) {
                    Path part = parts.filter(p -> !p.equals(file)).findFirst().orElseThrow();
                    assertEquals(mode, mode(part));
                }
            });
            assertEquals(mode, mode(file));
        }
    }

    @Test
    void refusesALinkAndLeavesWhatItLeadsTo() throws IOException {
        assumeTrue(isPosix(folder));
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Files.createSymbolicLink(file, target);
        IOException e = assertThrows(IOException.class, () -> write(file, "new"));
        assertEquals(
                "report.json cannot be written: it is a symbolic link; name the file that it leads to.",
                new NotWritten("report.json", e).getMessage());
        assertEquals("precious", Files.readString(target));
        assertTrue(Files.isSymbolicLink(file));
        Files.delete(target);
        assertThrows(IOException.class, () -> write(file, "new"), "one that leads nowhere, too");
        assertTrue(Files.notExists(target));
    }

    @Test
    void makesFoldersAndGoesThroughThoseThatAreLinks() throws IOException {
        assumeTrue(isPosix(folder));
        write(folder.resolve("a/b/c.json"), "deep");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        write(link.resolve("d.json"), "linked");
        assertEquals("linked", Files.readString(folder.resolve("a/d.json")));
    }

    @Test
    void writesIntoANamedPipe() throws Exception {
        assumeTrue(isPosix(folder));
        Path pipe = folder.resolve("pipe.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                return e.toString();
            }
        });
        write(pipe, "through");
        assertEquals("through", read.get());
        assertEquals(1, files());
    }

    @Test
    void leavesDevicesAsTheyAre() throws IOException {
        Path nothing = Path.of("/dev/null");
        assumeTrue(Files.exists(nothing));
        write(nothing, "gone");
        assertTrue(Files.exists(nothing) && !Files.isRegularFile(nothing));
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        IOException e = assertThrows(IOException.class, () -> write(full, "much"));
        assertEquals("/dev/full cannot be written: No space left on device.", new NotWritten(full, e).getMessage());
    }

    @Test
    void saysWhatTheSystemSaidFirst() {
        IOException wrapped =
                new IOException("I/O error writing PNG file!", new IOException("No space left on device"));
        assertEquals("a.png cannot be written: No space left on device", new NotWritten("a.png", wrapped).phrase());
        IOException folderIsFile = assertThrows(IOException.class, () -> {
            write(file, "a file");
            write(file.resolve("b.json"), "new");
        });
        assertEquals(
                "b.json cannot be written: " + file + " is a file, where a folder is needed.",
                new NotWritten("b.json", folderIsFile).getMessage());
    }
}
