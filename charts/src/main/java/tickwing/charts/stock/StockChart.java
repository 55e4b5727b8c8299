package tickwing.charts.stock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tickwing.charts.view.Candles;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.DateAxis;
import tickwing.charts.view.Line;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * One symbol's chart. The x axis counts bars, so that nights and weekends leave no holes; its labels are dates.
 */
final class StockChart {
    private StockChart() {}

    static ChartView view(StockValues values, StockIndicator indicator, Interval interval, StockStyle style) {
        List<Bar> bars = values.bars();
        List<Line> lines = new ArrayList<>();
        for (int c = 0; c < values.columns().length; c++) {
            StockIndicator.Column column = indicator.columns().get(c);
            lines.add(new Line(column.name(), column.role(), column.colour(), values.columns()[c]));
        }
        boolean forming = bars.get(bars.size() - 1).isForming();
        return new ChartView(
                values.symbol(),
                title(bars, indicator, interval),
                indicator.yTitle(),
                DateAxis.ordinal(bars.stream().map(bar -> at(bar.time())).toList()),
                forming ? bars.size() - 1 : bars.size(),
                lines,
                candles(bars, indicator.isOfPrice() && style == StockStyle.CANDLES),
                indicator.guides(),
                indicator.yMin(),
                indicator.yMax());
    }

    static LocalDateTime at(BarTime time) {
        return time.start() == null ? time.date().atStartOfDay() : time.start().toLocalDateTime();
    }

    private static Candles candles(List<Bar> bars, boolean shown) {
        return new Candles(
                shown,
                each(bars, Bar::open),
                each(bars, Bar::high),
                each(bars, Bar::low),
                each(bars, Bar::close),
                bars.stream().mapToLong(Bar::volume).toArray());
    }

    private static double[] each(List<Bar> bars, ToDoubleFunction<Bar> price) {
        return bars.stream().mapToDouble(price).toArray();
    }

    private static String title(List<Bar> bars, StockIndicator indicator, Interval interval) {
        String title = bars.get(0).symbol() + " · " + indicator.title() + " · " + interval;
        return bars.stream()
                .filter(Bar::simulated)
                .findFirst()
                .map(first -> simulated(title, first.time()))
                .orElse(title);
    }

    /** The title of a chart whose bars are made up from a time on. */
    static String simulated(String title, BarTime from) {
        return title + " · SIMULATED from " + from.date() + " on";
    }
}
