package tickwing.charts.stock;

import java.io.IOException;
import java.util.List;
import tickwing.charts.view.Decimal;
import tickwing.common.bar.Bar;

/** Stock values as CSV: {@code symbol,time} and the indicator's columns; by symbol, then by time. */
final class StockTable {
    /** Characters that are written at once: a writer takes a lock each time. */
    private static final int BLOCK = 8_192;

    private StockTable() {}

    /** Computes a row at a time, so that of a million bars no values are ever held. */
    static void write(List<List<Bar>> symbols, StockIndicator indicator, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder("symbol,time");
        indicator.columns().forEach(column -> text.append(',').append(column.name()));
        text.append('\n');
        for (List<Bar> bars : symbols) {
            String symbol = quoted(bars.get(0).symbol());
            StockIndicator.Calculation calculation = indicator.calculation().get();
            for (Bar bar : bars) {
                text.append(symbol).append(',').append(bar.time());
                for (double value : calculation.update(bar)) {
                    text.append(',').append(Decimal.of(value));
                }
                text.append('\n');
                if (text.length() > BLOCK) {
                    out.append(text);
                    text.setLength(0);
                }
            }
        }
        out.append(text);
    }

    private static String quoted(String symbol) {
        return symbol.matches("[^\",\r\n]*") ? symbol : '"' + symbol.replace("\"", "\"\"") + '"';
    }
}
