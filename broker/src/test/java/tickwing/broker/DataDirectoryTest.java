package tickwing.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    @DisabledOnOs(OS.WINDOWS)
    void isItsOwnersAlone() throws IOException {
        Path path = temporary.resolve("a").resolve("data");
        try (DataDirectory directory = DataDirectory.open(path)) {
            directory.keepToOwner(2);
        }
        assertEquals("rwx------", permissions(path));
        assertEquals("rwx------", permissions(path.resolve("node-1")));
        assertEquals("rwx------", permissions(path.resolve("node-2")));
        assertEquals("rw-------", permissions(path.resolve("tickwing.lock")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void becomesItsOwnersAloneWhenAnEarlierRunLeftItOpen() throws IOException {
        Path path = Files.createDirectory(temporary.resolve("data"));
        Files.createDirectory(path.resolve("node-1"));
        Files.createFile(path.resolve("tickwing.lock"));
        Files.createFile(path.resolve("cluster.id"));
        open(path);
        open(path.resolve("node-1"));
        try (DataDirectory directory = DataDirectory.open(path)) {
            directory.keepToOwner(1);
        }
        assertEquals("rwx------", permissions(path));
        assertEquals("rwx------", permissions(path.resolve("node-1")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsNodesAloneToTheOwnerWhereOtherFilesLieBesideThem() throws IOException {
        Files.createFile(temporary.resolve("somebody-elses-file"));
        open(temporary);
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            directory.keepToOwner(1);
        }
        assertEquals("rwxr-xr-x", permissions(temporary));
        assertEquals("rwx------", permissions(temporary.resolve("node-1")));
    }

    @Test
    void staysSecureUnlessAskedToBeOpened() {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            directory.expect(Access.OPEN);
            directory.expect(Access.SECURE);
            UserError refused = assertThrows(UserError.class, () -> directory.expect(Access.OPEN));
            assertEquals(
                    "Data directory " + directory.path() + " is that of a secure broker; start it with --secure, choose"
                            + " another with --data-dir, or add --open-secure-data to let every program on this machine"
                            + " read and write its topics without a password.",
                    refused.getMessage());
            directory.expect(Access.OPENED);
            assertThrows(UserError.class, () -> directory.expect(Access.OPEN));
        }
    }

    @Test
    void staysSecureWithoutItsKeys() throws IOException {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            directory.expect(Access.SECURE);
            Files.createDirectory(DataDirectory.secrets(temporary));
            Files.delete(DataDirectory.secrets(temporary));
            assertThrows(UserError.class, () -> directory.expect(Access.OPEN));
        }
    }

    @Test
    void isSecureWhenAnEarlierRunMadeKeys() throws IOException {
        Files.createDirectory(DataDirectory.secrets(temporary));
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            assertThrows(UserError.class, () -> directory.expect(Access.OPEN));
        }
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

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
