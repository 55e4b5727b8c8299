package tickwing.charts.stock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tickwing.charts.view.Decimal;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;

/** Stock values as CSV: {@code symbol,time} and the indicator's columns; by symbol, then by time. */
final class StockTable {
    /** Rows that are turned into text in one go. */
    private static final int ROWS = 500;
    /** How many such blocks wait for that, to be shared among the processors: most of a table's time is the text's. */
    private static final int BLOCKS = 16;

    private StockTable() {}

    /** Computes some thousand rows at a time, so that of a million bars no values are ever held. */
    static void write(List<List<Bar>> symbols, StockIndicator indicator, Appendable out) throws IOException {
        out.append("symbol,time");
        for (StockIndicator.Column column : indicator.columns()) {
            out.append(',').append(column.name());
        }
        out.append('\n');
        List<Rows> blocks = new ArrayList<>();
        for (List<Bar> bars : symbols) {
            String symbol = quoted(bars.get(0).symbol());
            StockIndicator.Calculation calculation = indicator.calculation().get();
            for (int from = 0; from < bars.size(); from += ROWS) {
                blocks.add(Rows.of(symbol, bars.subList(from, Math.min(from + ROWS, bars.size())), calculation));
                if (blocks.size() == BLOCKS) {
                    write(blocks, out);
                }
            }
        }
        write(blocks, out);
    }

    private static void write(List<Rows> blocks, Appendable out) throws IOException {
        for (String text : blocks.parallelStream().map(Rows::text).toList()) {
            out.append(text);
        }
        blocks.clear();
    }

    private static String quoted(String symbol) {
        return symbol.matches("[^\",\r\n]*") ? symbol : '"' + symbol.replace("\"", "\"\"") + '"';
    }

    /** Rows of one symbol, with all that is needed to write them. */
    private record Rows(String symbol, BarTime[] times, double[][] values) {
        static Rows of(String symbol, List<Bar> bars, StockIndicator.Calculation calculation) {
            Rows rows = new Rows(symbol, new BarTime[bars.size()], new double[bars.size()][]);
            for (int i = 0; i < rows.times.length; i++) {
                Bar bar = bars.get(i);
                rows.times[i] = bar.time();
                rows.values[i] = calculation.update(bar);
            }
            return rows;
        }

        String text() {
            StringBuilder text = new StringBuilder(80 * times.length);
            for (int i = 0; i < times.length; i++) {
                text.append(symbol).append(',').append(times[i]);
                for (double value : values[i]) {
                    text.append(',').append(Decimal.of(value));
                }
                text.append('\n');
            }
            return text.toString();
        }
    }
}
