package tickwing.charts.window;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import tickwing.charts.draw.Theme;

/** The keyboard shortcuts, over the whole window; a click hides them. */
final class HelpOverlay extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int PAD = 20;

    private transient Theme theme;

    HelpOverlay(Theme theme) {
        this.theme = theme;
        setName("help");
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                setVisible(false);
            }
        });
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0, 0, 0, 90));
        g.fillRect(0, 0, getWidth(), getHeight());
        Font font = getFont();
        FontMetrics metrics = g.getFontMetrics(font);
        int row = metrics.getHeight() + 4;
        int keys = metrics.stringWidth("Right") + PAD;
        int texts = 0;
        for (Command command : Command.values()) {
            texts = Math.max(texts, metrics.stringWidth(command.description()));
        }
        int width = keys + texts + 2 * PAD;
        int height = row * (Command.values().length + 1) + 2 * PAD;
        int left = (getWidth() - width) / 2;
        int top = Math.max(0, (getHeight() - height) / 2);
        g.setColor(theme.background());
        g.fillRoundRect(left, top, width, height, 14, 14);
        int y = top + PAD + metrics.getAscent();
        g.setFont(font.deriveFont(Font.BOLD));
        g.setColor(theme.text());
        g.drawString("Keyboard and mouse", left + PAD, y);
        for (Command command : Command.values()) {
            y += row;
            g.setFont(font.deriveFont(Font.BOLD));
            g.setColor(theme.series(0));
            g.drawString(command.key(), left + PAD, y);
            g.setFont(font);
            g.setColor(theme.text());
            g.drawString(command.description(), left + PAD + keys, y);
        }
        g.dispose();
    }
}
