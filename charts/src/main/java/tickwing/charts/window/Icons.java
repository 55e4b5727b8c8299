package tickwing.charts.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import tickwing.charts.draw.Theme;

/** The windows' icon: a rising line in a rounded square, drawn in the sizes that desktops ask for. */
final class Icons {
    private static final double[] HEIGHTS = {0.30, 0.48, 0.40, 0.62, 0.76};

    private Icons() {}

    static List<Image> all() {
        return IntStream.of(16, 24, 32, 48, 64, 128).mapToObj(Icons::icon).toList();
    }

    private static Image icon(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Theme.LIGHT.series(0));
        g.fillRoundRect(0, 0, size, size, size / 3, size / 3);
        Path2D line = new Path2D.Double();
        for (int i = 0; i < HEIGHTS.length; i++) {
            double x = size * (0.18 + 0.16 * i);
            double y = size * (1 - HEIGHTS[i]);
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(size / 11f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.dispose();
        return image;
    }
}
