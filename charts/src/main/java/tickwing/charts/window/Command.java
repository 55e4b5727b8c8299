package tickwing.charts.window;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.KeyStroke;

/** What a window's user can do with the keyboard. */
enum Command {
    PAUSE("Space", "Pause, or go on", KeyEvent.VK_SPACE, KeyEvent.VK_P),
    REFRESH("R", "Refresh now", KeyEvent.VK_R, KeyEvent.VK_F5),
    SAVE("S", "Save as PNG, SVG or CSV", KeyEvent.VK_S),
    COPY("C", "Copy the image", KeyEvent.VK_C),
    ZOOM_IN("+", "Zoom in (or the wheel, or drag over a range)", '+', '='),
    ZOOM_OUT("-", "Zoom out", '-'),
    EARLIER("Left", "Move to earlier (or Shift and the wheel)", KeyEvent.VK_LEFT),
    LATER("Right", "Move to later", KeyEvent.VK_RIGHT),
    RESET("0", "Show all (or double click)", '0', KeyEvent.VK_ESCAPE),
    FIND("/", "Search symbols", '/'),
    THEME("T", "Light or dark", KeyEvent.VK_T),
    HELP("?", "Show or hide this", '?', KeyEvent.VK_F1),
    CLOSE("Q", "Close the window", KeyEvent.VK_Q);

    private final String key;
    private final String description;
    private final List<KeyStroke> strokes;

    Command(String key, String description, int... keys) {
        this.key = key;
        this.description = description;
        strokes = Arrays.stream(keys)
                .mapToObj(code -> isTyped(code) ? KeyStroke.getKeyStroke((char) code) : KeyStroke.getKeyStroke(code, 0))
                .toList();
    }

    /** Signs are where the keyboard's layout puts them; letters and the rest are keys. */
    private static boolean isTyped(int code) {
        return "+=-0/?".indexOf(code) >= 0;
    }

    String key() {
        return key;
    }

    String description() {
        return description;
    }

    List<KeyStroke> strokes() {
        return strokes;
    }
}
