package tickwing.charts.stock;

import java.io.IOException;
import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.text.CsvCell;

/** Stock values as CSV: {@code symbol,time} and the indicator's columns; by symbol, then by time. */
final class StockTable {
    private StockTable() {}

    /** Computes some thousand rows at a time, so that of a million bars no values are ever held. */
    static void write(List<List<Bar>> symbols, StockIndicator indicator, Appendable out) throws IOException {
        List<String> columns =
                indicator.columns().stream().map(StockIndicator.Column::name).toList();
        StockRows.Writer table = new StockRows.Writer(columns, out);
        for (List<Bar> bars : symbols) {
            String symbol = CsvCell.of(bars.get(0).symbol());
            StockIndicator.Calculation calculation = indicator.calculation().get();
            for (int from = 0; from < bars.size(); from += StockRows.ROWS) {
                table.add(rows(symbol, bars.subList(from, Math.min(from + StockRows.ROWS, bars.size())), calculation));
            }
        }
        table.end();
    }

    private static StockRows rows(String symbol, List<Bar> bars, StockIndicator.Calculation calculation) {
        StockRows rows = new StockRows(symbol, new BarTime[bars.size()], new double[bars.size()][]);
        for (int i = 0; i < rows.times().length; i++) {
            Bar bar = bars.get(i);
            rows.times()[i] = bar.time();
            rows.values()[i] = calculation.update(bar);
        }
        return rows;
    }
}
