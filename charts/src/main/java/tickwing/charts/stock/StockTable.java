package tickwing.charts.stock;

import java.io.IOException;
import java.util.List;
import tickwing.charts.view.Decimal;

/** Stock values as CSV: {@code symbol,time} and the indicator's columns; by symbol, then by time. */
final class StockTable {
    private StockTable() {}

    static void write(List<StockValues> symbols, StockIndicator indicator, Appendable out) throws IOException {
        out.append("symbol,time");
        for (StockIndicator.Column column : indicator.columns()) {
            out.append(',').append(column.name());
        }
        out.append('\n');
        for (StockValues values : symbols) {
            String symbol = quoted(values.symbol());
            for (int i = 0; i < values.bars().size(); i++) {
                out.append(symbol)
                        .append(',')
                        .append(values.bars().get(i).time().toString());
                for (double[] column : values.columns()) {
                    out.append(',').append(Decimal.of(column[i]));
                }
                out.append('\n');
            }
        }
    }

    private static String quoted(String symbol) {
        return symbol.matches("[^\",\r\n]*") ? symbol : '"' + symbol.replace("\"", "\"\"") + '"';
    }
}
