package tickwing.common.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UserError;

class InstallationTest {
    @TempDir
    private Path home;

    @AfterEach
    void forget() {
        System.clearProperty(Installation.LAUNCHER);
    }

    @Test
    void saysWhereAMissingProgramComesFrom() throws IOException {
        assertTrue(missing().endsWith("build all programs with './mvnw package -DskipTests'."));
        Files.createDirectory(home.resolve("lib"));
        assertTrue(missing().endsWith("unpack the release again."));
    }

    @Test
    void tellsAProgramHowTheLauncherWasCalled() throws IOException {
        Path target = Files.createDirectories(home.resolve("show/target"));
        Files.createFile(target.resolve("show.jar"));
        assertFalse(command().toString().contains(Installation.LAUNCHER));
        System.setProperty(Installation.LAUNCHER, "bin/tickwing");
        List<String> command = command();
        assertTrue(command.contains("-Dtickwing.command=bin/tickwing"), command::toString);
        assertEquals(target.resolve("show.jar").toString(), command.get(command.size() - 1));
    }

    private List<String> command() {
        return new Installation(home).command("show", home);
    }

    private String missing() {
        return assertThrows(UserError.class, this::command).getMessage();
    }
}
