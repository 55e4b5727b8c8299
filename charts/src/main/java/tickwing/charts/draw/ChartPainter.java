package tickwing.charts.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import tickwing.charts.view.ChartView;

/**
 * Draws one chart after the other, usually the same one with newer values, and keeps the picture of what stands around
 * the lines for as long as that does not change. Belongs to one thread.
 */
public final class ChartPainter {
    private static final int LEAST = 80;

    private Frame frame;
    private Scale frameScale;
    private BufferedImage picture;
    private double pictureDensity;
    private double bottom;

    /** Draws all that the chart has, into the rectangle from 0,0 to width,height of the graphics. */
    public static void paintOnce(ChartView view, Theme theme, Graphics2D g, int width, int height) {
        VisibleRange span = VisibleRange.all(view);
        int w = Math.max(LEAST, width);
        int h = Math.max(LEAST, height);
        Panes panes = Panes.of(view, h);
        smooth(g);
        Limits limits = Limits.of(view, span);
        Scale scale = Frame.of(view, limits, theme, w, panes.main()).paint(g).withX(limits.xMin(), limits.xMax());
        paintValues(view, span, scale, theme, g, w, panes.main());
        panes.paint(view, span, scale, theme, g, w);
    }

    /**
     * Draws the part of a chart that is to be seen, into the rectangle from 0,0 to width,height of the graphics.
     *
     * @return where values are now; those of the panes below have the same x axis
     */
    public Scale paint(ChartView view, VisibleRange span, Theme theme, Graphics2D g, int width, int height) {
        int w = Math.max(LEAST, width);
        int h = Math.max(LEAST, height);
        Panes panes = Panes.of(view, h);
        Limits limits = Limits.of(view, span);
        Frame wanted = Frame.of(view, limits, theme, w, panes.main());
        double density = g.getTransform().getScaleX();
        if (!wanted.equals(frame) || density != pictureDensity) {
            renew(wanted, density);
        }
        drawPicture(g);
        smooth(g);
        Scale scale = frameScale.withX(limits.xMin(), limits.xMax());
        paintValues(view, span, scale, theme, g, w, panes.main());
        panes.paint(view, span, scale, theme, g, w);
        bottom = panes.isEmpty() ? scale.top() + scale.height() : panes.bottom();
        return scale;
    }

    /** How far down the plots of the last painting reach, in pixels: the lowest edge of the lowest pane. */
    public double bottom() {
        return bottom;
    }

    /** How many device pixels the last picture took; for tests that watch the memory. */
    int picturePixels() {
        return picture == null ? 0 : picture.getWidth() * picture.getHeight();
    }

    private void renew(Frame wanted, double density) {
        int w = (int) Math.ceil(wanted.width() * density);
        int h = (int) Math.ceil(wanted.height() * density);
        if (picture == null || picture.getWidth() != w || picture.getHeight() != h) {
            picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        }
        Graphics2D g = picture.createGraphics();
        g.scale(density, density);
        smooth(g);
        frameScale = wanted.paint(g);
        g.dispose();
        frame = wanted;
        pictureDensity = density;
    }

    private void drawPicture(Graphics2D g) {
        Graphics2D plain = (Graphics2D) g.create();
        AffineTransform transform = plain.getTransform();
        plain.setTransform(AffineTransform.getTranslateInstance(transform.getTranslateX(), transform.getTranslateY()));
        plain.drawImage(picture, 0, 0, null);
        plain.dispose();
    }

    private static void paintValues(
            ChartView view, VisibleRange span, Scale scale, Theme theme, Graphics2D g, int width, int height) {
        if (scale.width() < 2 || scale.height() < 2) {
            return;
        }
        DateLabels.paint(view, span, scale, theme, g, width, height);
        Graphics2D clipped = (Graphics2D) g.create();
        new Plot(view, span, scale, theme, clipped).paint();
        clipped.dispose();
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
}
