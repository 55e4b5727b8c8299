package tickwing.charts.window;

import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JToolBar;

/** The commands that people look for with the mouse; every button's tip names its key. */
final class Toolbar extends JToolBar {
    private static final long serialVersionUID = 1L;

    private final JButton pause;

    Toolbar(Consumer<Command> perform) {
        setFloatable(false);
        setBorder(BorderFactory.createEmptyBorder(2, 8, 0, 8));
        add(Box.createHorizontalGlue());
        pause = button("Pause", Command.PAUSE, perform);
        button("Refresh", Command.REFRESH, perform);
        button("Save", Command.SAVE, perform);
        button("Copy", Command.COPY, perform);
        button("Theme", Command.THEME, perform);
        button("?", Command.HELP, perform);
    }

    void setPaused(boolean on) {
        pause.setText(on ? "Go on" : "Pause");
    }

    private JButton button(String text, Command command, Consumer<Command> perform) {
        JButton button = new JButton(text);
        button.setName(command.name());
        button.setToolTipText(command.description() + " (" + command.key() + ")");
        button.setFocusable(false);
        button.addActionListener(e -> perform.accept(command));
        add(button);
        return button;
    }
}
