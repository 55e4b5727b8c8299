package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final Rectangle SCREEN = new Rectangle(0, 0, 1920, 1080);

    @TempDir
    private Path folder;

    @Test
    void putsThreeWindowsSideBySideWithoutOverlap() {
        Rectangle first = Places.place(0, SCREEN);
        Rectangle second = Places.place(1, SCREEN);
        Rectangle third = Places.place(2, SCREEN);
        assertFalse(first.intersects(second));
        assertFalse(second.intersects(third));
        assertTrue(SCREEN.contains(first) && SCREEN.contains(third));
    }

    @Test
    void keepsEveryWindowOnASmallScreen() {
        Rectangle small = new Rectangle(0, 0, 800, 600);
        for (int slot = 0; slot < 12; slot++) {
            assertTrue(small.contains(Places.place(slot, small)), "place " + slot);
        }
    }

    @Test
    void remembersByProgram() {
        Rectangle place = new Rectangle(-5, 20, 640, 480);
        new Places(folder, "consumer-aroon").remember(place);
        assertEquals(Optional.of(place), new Places(folder, "consumer-aroon").remembered());
        assertEquals(Optional.empty(), new Places(folder, "consumer-bollinger").remembered());
    }

    @Test
    void forgetsWhatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("p.window"), "1,2,three");
        assertEquals(Optional.empty(), new Places(folder, "p").remembered());
    }

    @Test
    void bringsAWindowBackThatIsOffTheScreen() {
        assertEquals(new Rectangle(1120, 600, 800, 480), Places.within(SCREEN, new Rectangle(2500, 1500, 800, 480)));
        assertEquals(SCREEN, Places.within(SCREEN, new Rectangle(-50, -50, 9000, 9000)));
    }

    @Test
    void isWhereTheSystemKeepsSuchThings() {
        assertEquals(Path.of("/h/.local/state/tickwing"), Places.folder(Map.of(), "/h", "Linux"));
        assertEquals(Path.of("/s/tickwing"), Places.folder(Map.of("XDG_STATE_HOME", "/s"), "/h", "Linux"));
        assertEquals(Path.of("/l/tickwing"), Places.folder(Map.of("LOCALAPPDATA", "/l"), "/h", "Windows 11"));
    }
}
