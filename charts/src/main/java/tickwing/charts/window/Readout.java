package tickwing.charts.window;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import tickwing.charts.draw.Scale;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.NumberText;
import tickwing.charts.view.PriceBars;

/** The values at one position of a chart, in the upper left corner of its plot. */
final class Readout {
    /** One line of it. */
    record Entry(String name, String value, Color colour) {}

    private static final int PAD = 8;

    private Readout() {}

    static List<Entry> entries(ChartView view, int i, Theme theme) {
        List<Entry> entries = new ArrayList<>();
        boolean forming = i >= view.formingFrom();
        entries.add(new Entry(view.axis().text(i), forming ? "forming" : "", theme.text()));
        PriceBars candles = view.candles();
        if (candles != null) {
            entries.add(new Entry("open", NumberText.value(candles.open()[i]), theme.faintText()));
            entries.add(new Entry("high", NumberText.value(candles.high()[i]), theme.faintText()));
            entries.add(new Entry("low", NumberText.value(candles.low()[i]), theme.faintText()));
            if (view.lines().stream().noneMatch(line -> line.name().equals("close"))) {
                entries.add(new Entry("close", NumberText.value(candles.close()[i]), theme.faintText()));
            }
        }
        addLines(view, i, theme, entries);
        if (candles != null) {
            entries.add(new Entry("volume", NumberText.value(candles.volume()[i]), theme.faintText()));
        }
        view.below().forEach(pane -> addLines(pane, i, theme, entries));
        return entries;
    }

    private static void addLines(ChartView view, int i, Theme theme, List<Entry> entries) {
        for (Line line : view.lines()) {
            entries.add(new Entry(line.name(), NumberText.value(line.y(i)), theme.series(line.colour())));
        }
    }

    static void paint(ChartView view, int i, Scale scale, Theme theme, Graphics2D g) {
        List<Entry> entries = entries(view, i, theme);
        FontMetrics metrics = g.getFontMetrics();
        int names = widest(entries, metrics, true);
        int values = widest(entries, metrics, false);
        int row = metrics.getHeight();
        int width = Math.max(names + 2 * PAD + values, metrics.stringWidth(headline(entries.get(0)))) + 2 * PAD;
        int left = (int) scale.left() + 6;
        int top = (int) scale.top() + 6;
        Color background = theme.background();
        g.setColor(new Color(background.getRed(), background.getGreen(), background.getBlue(), 230));
        g.fillRoundRect(left, top, width, row * entries.size() + PAD, 8, 8);
        int y = top + PAD / 2 + metrics.getAscent();
        g.setColor(theme.text());
        g.drawString(headline(entries.get(0)), left + PAD, y);
        for (Entry entry : entries.subList(1, entries.size())) {
            y += row;
            g.setColor(entry.colour());
            g.drawString(entry.name(), left + PAD, y);
            g.setColor(theme.text());
            g.drawString(entry.value(), left + width - PAD - metrics.stringWidth(entry.value()), y);
        }
    }

    private static String headline(Entry entry) {
        return entry.value().isEmpty() ? entry.name() : entry.name() + " · " + entry.value();
    }

    private static int widest(List<Entry> entries, FontMetrics metrics, boolean names) {
        return entries.stream()
                .skip(1)
                .mapToInt(e -> metrics.stringWidth(names ? e.name() : e.value()))
                .max()
                .orElse(0);
    }
}
