package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UserError;

@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "Windows has no permissions of this kind, and no links for everybody")
class ReplayLockTest {
    private static final ClientSettings SETTINGS = ClientSettings.of("localhost:9092");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir
    private Path temporary;

    @BeforeEach
    void makeTheDirectoryForTemporaryFiles() throws IOException {
        Files.createDirectory(fallback().getParent());
    }

    @Test
    void letsOneProgramPublishAnInputToATopic() {
        try (ReplayLock first = take("flights", "producer-flight.a.csv")) {
            UserError refused = assertThrows(UserError.class, () -> take("flights", "producer-flight.a.csv"));
            assertEquals(
                    "Another program is publishing this input to topic flights already (producer-flight.a.csv); wait for"
                            + " it or stop it.",
                    refused.getMessage());
            take("flights", "producer-flight.b.csv").close();
            take("others", "producer-flight.a.csv").close();
            assertTrue(first.isHeld());
        }
        take("flights", "producer-flight.a.csv").close();
    }

    @Test
    void liesWhereTheUserAloneCanReachIt() throws IOException {
        take("flights", "a").close();
        assertEquals("rwx------", permissions(home()));
        assertEquals("rw-------", permissions(home().resolve("replay.lock")));
        assertFalse(Files.exists(fallback()));
    }

    @Test
    void takesTheOthersPermissionsAway() throws IOException {
        Files.createDirectories(home());
        Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxrwxrwx"));
        take("flights", "a").close();
        assertEquals("rwx------", permissions(home()));
    }

    @Test
    void followsNoLinkToADirectory() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectories(home().getParent());
        Files.createSymbolicLink(home(), elsewhere);
        take("flights", "a").close();
        assertFalse(Files.exists(elsewhere.resolve("replay.lock")));
        assertTrue(Files.exists(fallback().resolve("replay.lock")));
    }

    @Test
    void followsNoLinkToAFile() throws IOException {
        Path elsewhere = temporary.resolve("elsewhere");
        Files.createDirectories(home());
        Files.createSymbolicLink(home().resolve("replay.lock"), elsewhere);
        assertRefused();
        assertFalse(Files.exists(elsewhere));
    }

    @Test
    void doesNotWaitForTheOtherEndOfAPipe() throws Exception {
        Files.createDirectories(home());
        Process mkfifo =
                new ProcessBuilder("mkfifo", home().resolve("replay.lock").toString()).start();
        assertEquals(0, mkfifo.waitFor());
        assertTimeoutPreemptively(AT_ONCE, this::assertRefused);
    }

    @Test
    void usesNoDirectoryOfSomebodyElse() throws IOException {
        Files.createDirectories(home());
        UserPrincipal somebodyElse = () -> "somebody else";
        try (ReplayLock lock = ReplayLock.take(places(somebodyElse), SETTINGS, "flights", "a")) {
            assertFalse(lock.isHeld());
        }
        assertFalse(Files.exists(home().resolve("replay.lock")));
    }

    @Test
    void liesUnderTheTemporaryDirectoryWhereTheHomeCannotBeWrittenTo() throws IOException {
        Files.createFile(temporary.resolve("home"));
        try (ReplayLock lock = take("flights", "a")) {
            assertTrue(lock.isHeld());
            assertThrows(UserError.class, () -> take("flights", "a"));
        }
        assertEquals("rwx------", permissions(fallback()));
    }

    @Test
    void isDoneWithoutWhereNothingCanBeWrittenTo() throws IOException {
        Files.createFile(temporary.resolve("home"));
        Files.delete(fallback().getParent());
        Files.createFile(fallback().getParent());
        try (ReplayLock lock = take("flights", "a");
                ReplayLock other = take("flights", "a")) {
            assertFalse(lock.isHeld() || other.isHeld());
        }
    }

    @Test
    void liesWhereTheSystemKeepsTheStateOfAUsersPrograms() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/home/ada/.local/state/tickwing"), PrivatePlaces.state(Map.of(), home));
        assertEquals(Path.of("/s/tickwing"), PrivatePlaces.state(Map.of("XDG_STATE_HOME", "/s"), home));
        assertEquals(
                Path.of("/home/ada/.local/state/tickwing"),
                PrivatePlaces.state(Map.of("XDG_STATE_HOME", "relative"), home));
        assertEquals(Path.of("/l/tickwing"), PrivatePlaces.state(Map.of("LOCALAPPDATA", "/l"), home));
    }

    private void assertRefused() {
        UserError refused = assertThrows(UserError.class, () -> take("flights", "a"));
        assertEquals(
                home().resolve("replay.lock") + " is no ordinary file, as a lock must be; delete it.",
                refused.getMessage());
    }

    private ReplayLock take(String topic, String group) {
        return ReplayLock.take(places(PrivatePlaces.currentUser().orElseThrow()), SETTINGS, topic, group);
    }

    private PrivatePlaces places(UserPrincipal me) {
        return new PrivatePlaces(me, List.of(home(), fallback()));
    }

    private Path home() {
        return temporary.resolve(Path.of("home", ".local", "state", "tickwing"));
    }

    private Path fallback() {
        return temporary.resolve(Path.of("tmp", "tickwing-ada"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
