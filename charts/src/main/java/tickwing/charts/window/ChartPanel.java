package tickwing.charts.window;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import tickwing.charts.draw.ChartPainter;
import tickwing.charts.draw.Scale;
import tickwing.charts.draw.Theme;
import tickwing.charts.draw.VisibleRange;
import tickwing.charts.view.ChartView;

/**
 * One chart of a window: paints it at the size it has, shows the values under the mouse, zooms. What was painted is kept
 * as a picture, so that a move of the mouse paints no chart.
 */
final class ChartPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    private final transient ChartPainter painter = new ChartPainter();
    private final transient Zoom zoom = new Zoom();
    private transient ChartView chart;
    private transient Theme theme;
    private transient BufferedImage picture;
    private transient Scale scale;
    private boolean stale = true;
    private int hovered = NONE;
    private int dragFrom = NONE;
    private int dragTo = NONE;

    ChartPanel(Theme theme) {
        this.theme = theme;
        setOpaque(true);
        setMinimumSize(new Dimension(120, 80));
        setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
    }

    void show(ChartView view) {
        if (view != chart) {
            chart = view;
            setName("chart-" + view.name());
            getAccessibleContext().setAccessibleName(view.title());
            hovered = Math.min(hovered, view.axis().size() - 1);
            paintAgain();
        }
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
        paintAgain();
    }

    ChartView chart() {
        return chart;
    }

    Zoom zoom() {
        return zoom;
    }

    /** The position whose values are shown; -1 when the mouse is elsewhere. */
    int hovered() {
        return hovered;
    }

    /** Where values are on the panel; null before the first painting. */
    Scale scale() {
        return scale;
    }

    VisibleRange span() {
        return zoom.span(chart.axis().size());
    }

    /** Zooms about the middle of what is to be seen, or about the newest position where that is in sight. */
    void scaleBy(double factor) {
        int size = chart.axis().size();
        VisibleRange span = span();
        zoom.scale(factor, span.last() == size - 1 ? span.last() : (span.first() + span.last()) / 2, size);
        paintAgain();
    }

    /** Moves by a share of what is to be seen. */
    void panBy(double share) {
        zoom.pan(
                (int) Math.copySign(Math.max(1, Math.abs(share) * span().size()), share),
                chart.axis().size());
        paintAgain();
    }

    void resetZoom() {
        zoom.reset();
        paintAgain();
    }

    void paintAgain() {
        stale = true;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (chart == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Graphics2D g2 = (Graphics2D) g.create();
        double density = g2.getTransform().getScaleX();
        renew(density);
        Graphics2D plain = (Graphics2D) g2.create();
        plain.scale(1 / density, 1 / density);
        plain.drawImage(picture, 0, 0, null);
        plain.dispose();
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintSelection(g2);
        paintHovered(g2);
        g2.dispose();
    }

    private void renew(double density) {
        int w = (int) Math.ceil(getWidth() * density);
        int h = (int) Math.ceil(getHeight() * density);
        if (picture == null || picture.getWidth() != w || picture.getHeight() != h) {
            picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            stale = true;
        }
        if (stale) {
            stale = false;
            Graphics2D g = picture.createGraphics();
            g.scale(density, density);
            scale = painter.paint(chart, span(), theme, g, getWidth(), getHeight());
            g.dispose();
        }
    }

    private void paintSelection(Graphics2D g) {
        if (dragFrom != NONE && dragFrom != dragTo) {
            int left = Math.min(dragFrom, dragTo);
            Color colour = theme.series(0);
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50));
            g.fillRect(left, (int) scale.top(), Math.abs(dragTo - dragFrom), (int) (painter.bottom() - scale.top()));
        }
    }

    private void paintHovered(Graphics2D g) {
        VisibleRange span = span();
        if (hovered >= span.first() && hovered <= span.last()) {
            int x = (int) Math.round(scale.px(chart.axis().x(hovered)));
            g.setColor(theme.faintText());
            g.drawLine(x, (int) scale.top(), x, (int) painter.bottom());
            g.setFont(getFont());
            Readout.paint(chart, hovered, scale, theme, g);
        }
    }

    /** The position at a pixel, within what is to be seen. */
    private int position(int px) {
        VisibleRange span = span();
        return Math.max(span.first(), Math.min(span.last(), chart.axis().nearest(scale.x(px))));
    }

    private final class Mouse extends MouseAdapter {
        private boolean isIdle() {
            return chart == null || chart.isEmpty() || scale == null;
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            if (!isIdle()) {
                hover(isInAPane(e) ? position(e.getX()) : NONE);
            }
        }

        @Override
        public void mouseExited(MouseEvent e) {
            hover(NONE);
        }

        /** From the top of the uppermost plot to the bottom of the lowest. */
        private boolean isInAPane(MouseEvent e) {
            return e.getX() >= scale.left()
                    && e.getX() <= scale.left() + scale.width()
                    && e.getY() >= scale.top()
                    && e.getY() <= painter.bottom();
        }

        private void hover(int position) {
            if (position != hovered) {
                hovered = position;
                repaint();
            }
        }

        @Override
        public void mousePressed(MouseEvent e) {
            if (!isIdle() && SwingUtilities.isLeftMouseButton(e) && isInAPane(e)) {
                dragFrom = e.getX();
                dragTo = dragFrom;
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (dragFrom != NONE) {
                dragTo = (int) Math.max(scale.left(), Math.min(scale.left() + scale.width(), e.getX()));
                hovered = position(dragTo);
                repaint();
            }
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            int from = dragFrom;
            dragFrom = NONE;
            if (from != NONE && Math.abs(dragTo - from) > 4) {
                zoom.select(position(from), position(dragTo), chart.axis().size());
                paintAgain();
            }
            repaint();
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2) {
                resetZoom();
            }
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent e) {
            if (isIdle()) {
                return;
            }
            if (e.isShiftDown()) {
                panBy(0.1 * e.getPreciseWheelRotation());
            } else {
                zoom.scale(
                        Math.pow(1.25, e.getPreciseWheelRotation()),
                        position(e.getX()),
                        chart.axis().size());
                paintAgain();
            }
        }
    }
}
