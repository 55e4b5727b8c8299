package tickwing.charts.window;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** Binds the keyboard to commands, wherever in the window the focus is; a field that is typed into keeps its keys. */
final class Keys {
    private Keys() {}

    static void bind(JComponent content, Consumer<Command> perform) {
        for (Command command : Command.values()) {
            for (KeyStroke stroke : command.strokes()) {
                content.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, command);
            }
            content.getActionMap().put(command, new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(ActionEvent e) {
                    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getFocusOwner();
                    if (!(focused instanceof JTextComponent)) {
                        perform.accept(command);
                    } else if (command == Command.RESET) {
                        content.requestFocusInWindow();
                    }
                }
            });
        }
    }
}
