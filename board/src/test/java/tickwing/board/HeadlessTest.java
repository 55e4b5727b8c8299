package tickwing.board;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class HeadlessTest {
    @Test
    void theTestsOfThisRoomRunOnAJavaWithoutADesktop() {
        assertFalse(
                ModuleLayer.boot().findModule("java.desktop").isPresent(), "run with --limit-modules, as pom.xml does");
    }
}
