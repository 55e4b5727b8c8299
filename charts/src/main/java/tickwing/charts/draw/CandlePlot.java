package tickwing.charts.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.PriceBars;

/**
 * Draws candles: rising ones hollow in green, falling ones filled in vermilion, so that neither colour nor form alone has
 * to tell. Where several bars share a pixel column, one candle stands for them: first open, highest high, lowest low,
 * last close.
 */
final class CandlePlot {
    static final int RISING = 2;
    static final int FALLING = 1;

    private final PriceBars candles;
    private final ChartAxis axis;
    private final Scale scale;
    private final Theme theme;
    private final Graphics2D g;

    CandlePlot(PriceBars candles, ChartAxis axis, Scale scale, Theme theme, Graphics2D g) {
        this.candles = candles;
        this.axis = axis;
        this.scale = scale;
        this.theme = theme;
        this.g = g;
    }

    void paint(VisibleRange span, int formingFrom) {
        int together = Math.max(1, (int) Math.ceil(3.0 * span.size() / Math.max(1, scale.width())));
        double wide = Math.max(1, Math.min(scale.width() / Math.max(1, span.size()) * together * 0.7, 24));
        int finishedTo = Math.min(span.last(), formingFrom - 1);
        for (int i = span.first(); i <= finishedTo; i += together) {
            paint(i, Math.min(finishedTo, i + together - 1), wide, false);
        }
        for (int i = Math.max(span.first(), formingFrom); i <= span.last(); i++) {
            paint(i, i, wide, true);
        }
    }

    private void paint(int from, int to, double wide, boolean forming) {
        double high = candles.high()[from];
        double low = candles.low()[from];
        for (int i = from + 1; i <= to; i++) {
            high = Math.max(high, candles.high()[i]);
            low = Math.min(low, candles.low()[i]);
        }
        double open = candles.open()[from];
        double close = candles.close()[to];
        boolean rising = close >= open;
        Color colour = theme.series(rising ? RISING : FALLING);
        // On the middle of pixels, where hair lines are sharp.
        double x = Math.floor((scale.px(axis.x(from)) + scale.px(axis.x(to))) / 2) + 0.5;
        double half = Math.floor(wide / 2);
        double top = Math.floor(scale.py(Math.max(open, close))) + 0.5;
        double bottom = Math.floor(scale.py(Math.min(open, close))) + 0.5;
        g.setColor(colour);
        g.setStroke(forming ? Strokes.FORMING : Strokes.HAIR);
        g.draw(new Line2D.Double(x, scale.py(high), x, top));
        g.draw(new Line2D.Double(x, bottom, x, scale.py(low)));
        Rectangle2D body = new Rectangle2D.Double(x - half, top, 2 * half, Math.max(1, bottom - top));
        if (half < 1) {
            g.draw(new Line2D.Double(x, top, x, bottom));
        } else if (rising || forming) {
            g.setColor(theme.background());
            g.fill(body);
            g.setColor(colour);
            g.draw(body);
        } else {
            g.fill(new Rectangle2D.Double(x - half - 0.5, top - 0.5, 2 * half + 1, body.getHeight() + 1));
        }
    }
}
