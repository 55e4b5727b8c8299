package tickwing.board.stock;

import java.util.List;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Study;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;

/** The studies of a view at work on one series: one row of values for each bar, study by study, output by output. */
final class Studies {
    private static final int TRADING_DAYS = 252;
    private static final double TRADING_SECONDS = 6.5 * 3_600;

    private final Calculation[] calculations;
    private final double[][] values;
    private final BarCandle candle = new BarCandle();

    Studies(List<Study> studies, Interval interval) {
        Spacing spacing = spacing(interval);
        calculations = studies.stream().map(study -> study.start(spacing)).toArray(Calculation[]::new);
        values = studies.stream()
                .map(study -> new double[study.indicator().outputs().size()])
                .toArray(double[][]::new);
    }

    /** The next bar. */
    void update(Bar bar) {
        Candle its = candle.of(bar);
        for (int s = 0; s < values.length; s++) {
            calculations[s].update(its, values[s]);
        }
    }

    /** The next bar, without a trace of it: {@link #update} gives the same, to the last bit. */
    void peek(Bar bar) {
        Candle its = candle.of(bar);
        for (int s = 0; s < values.length; s++) {
            calculations[s].peek(its, values[s]);
        }
    }

    /** Writes the row of the last bar. */
    void copyTo(double[][] columns, int at) {
        int column = 0;
        for (double[] its : values) {
            for (double value : its) {
                columns[column++][at] = value;
            }
        }
    }

    /** How many values a row has. */
    int columns() {
        int columns = 0;
        for (double[] its : values) {
            columns += its.length;
        }
        return columns;
    }

    /** By the days and hours of a stock exchange: 252 days of 6.5 hours. */
    static Spacing spacing(Interval interval) {
        return switch (interval) {
            case ONE_DAY -> Spacing.DAILY;
            case ONE_WEEK -> Spacing.WEEKLY;
            case ONE_MONTH -> Spacing.MONTHLY;
            case ONE_YEAR -> new Spacing(1, false);
            default -> Spacing.withinDay(TRADING_DAYS * TRADING_SECONDS / interval.seconds());
        };
    }
}
