package tickwing.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UserError;

class DataDirectoryTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    private Path temporary;

    @Test
    void isPerUserUnlessToldOtherwise() {
        assertEquals(
                HOME.resolve(Path.of(".local", "share", "tickwing", "broker")),
                DataDirectory.defaultPath(Map.of(), HOME));
        assertEquals(
                Path.of("/var/ada/tickwing/broker"),
                DataDirectory.defaultPath(Map.of("XDG_DATA_HOME", "/var/ada"), HOME));
        assertEquals(
                Path.of("C:", "ada").resolve(Path.of("tickwing", "broker")),
                DataDirectory.defaultPath(
                        Map.of("LOCALAPPDATA", Path.of("C:", "ada").toString()), HOME));
    }

    @Test
    void ignoresARelativeXdgDataHome() {
        assertEquals(
                HOME.resolve(Path.of(".local", "share", "tickwing", "broker")),
                DataDirectory.defaultPath(Map.of("XDG_DATA_HOME", "data"), HOME));
    }

    @Test
    void isMadeWithItsParents() {
        Path path = temporary.resolve("a").resolve("b c");
        DataDirectory directory = DataDirectory.open(path);
        directory.close();
        assertTrue(Files.isDirectory(path));
    }

    @Test
    void belongsToOneBrokerUntilClosed() {
        DataDirectory first = DataDirectory.open(temporary);
        UserError refused = assertThrows(UserError.class, () -> DataDirectory.open(temporary));
        assertEquals(
                "Data directory " + temporary + " is in use by another broker; use or stop that one, or choose another"
                        + " directory with --data-dir.",
                refused.getMessage());
        first.close();
        DataDirectory.open(temporary).close();
    }

    @Test
    void cannotBeAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        UserError refused = assertThrows(UserError.class, () -> DataDirectory.open(file));
        assertEquals(
                "Data directory " + file + " cannot be written to (" + file
                        + " is a file); choose another with --data-dir.",
                refused.getMessage());
    }

    @Test
    void cannotHaveACommaInItsName() {
        UserError refused = assertThrows(UserError.class, () -> DataDirectory.open(temporary.resolve("a,b")));
        assertTrue(refused.getMessage().contains("comma"), refused.getMessage());
    }
}
