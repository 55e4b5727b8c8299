package tickwing.charts.stock;

import java.util.List;
import tickwing.common.bar.Bar;

/**
 * One symbol's bars and what was computed from them; never changed by anyone.
 *
 * @param bars in order of time; 1 or more
 * @param columns a value for each bar, by column of the indicator
 */
record StockValues(List<Bar> bars, double[][] columns) {
    /** @param seen bars that may be made anew each time they are asked for, and are kept here as long as the values */
    static StockValues of(List<Bar> seen, StockIndicator indicator) {
        List<Bar> bars = List.copyOf(seen);
        double[][] columns = new double[indicator.columns().size()][bars.size()];
        StockIndicator.Calculation calculation = indicator.calculation().get();
        for (int i = 0; i < bars.size(); i++) {
            double[] values = calculation.update(bars.get(i));
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = values[c];
            }
        }
        return new StockValues(bars, columns);
    }

    String symbol() {
        return bars.get(0).symbol();
    }
}
