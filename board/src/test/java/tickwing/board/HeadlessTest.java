package tickwing.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeadlessTest {
    @Test
    void theTestsOfThisRoomRunOnAJavaWithoutADesktop() {
        assertEquals(false, ModuleLayer.boot().findModule("java.desktop").isPresent());
    }
}
