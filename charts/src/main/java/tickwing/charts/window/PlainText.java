package tickwing.charts.window;

import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.plaf.ComponentUI;

/**
 * Keeps every component from taking its text for HTML. Swing does so where a text begins with {@code <html>}, and fetches
 * the pictures in it on the event dispatch thread; the names of symbols, files and topics are other people's.
 *
 * <p>Each component asks for its look when it is made, be it a label, a tool tip, what a list draws its entries with, or
 * a part of a dialog of Swing's own. Here is where it asks; it gets the look and feel's, and is told to stay plain first.
 */
public final class PlainText extends ComponentUI {
    /** By this name Swing knows components without HTML. */
    static final String DISABLED = "html.disable";

    private PlainText() {}

    /** From now on, for all components that are made or that change their look; the look and feel has to be set before. */
    static void install() {
        for (Object key : UIManager.getLookAndFeelDefaults().keySet()) {
            if (key instanceof String id && id.endsWith("UI")) {
                UIManager.put(id, PlainText.class.getName());
            }
        }
    }

    /** Called by Swing, by name. */
    public static ComponentUI createUI(JComponent component) {
        component.putClientProperty(DISABLED, true);
        return UIManager.getLookAndFeelDefaults().getUI(component);
    }
}
