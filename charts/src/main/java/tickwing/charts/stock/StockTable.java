package tickwing.charts.stock;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinTask;
import tickwing.charts.view.Decimal;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.text.CsvCell;

/** Stock values as CSV: {@code symbol,time} and the indicator's columns; by symbol, then by time. */
final class StockTable {
    /** Rows that are turned into text in one go. */
    private static final int ROWS = 500;
    /** How many such blocks are on their way: enough that no processor waits for the next one. */
    private static final int BLOCKS = 8;

    private StockTable() {}

    /**
     * Computes some thousand rows at a time, so that of a million bars no values are ever held. Most of a table's time is
     * its numbers' text, which all processors share; this thread lends a hand where the others fall behind.
     */
    static void write(List<List<Bar>> symbols, StockIndicator indicator, Appendable out) throws IOException {
        out.append("symbol,time");
        for (StockIndicator.Column column : indicator.columns()) {
            out.append(',').append(column.name());
        }
        out.append('\n');
        Queue<ForkJoinTask<String>> blocks = new ArrayDeque<>();
        for (List<Bar> bars : symbols) {
            String symbol = CsvCell.of(bars.get(0).symbol());
            StockIndicator.Calculation calculation = indicator.calculation().get();
            for (int from = 0; from < bars.size(); from += ROWS) {
                Rows rows = Rows.of(symbol, bars.subList(from, Math.min(from + ROWS, bars.size())), calculation);
                ForkJoinTask<String> block = ForkJoinTask.adapt(rows::text).fork();
                blocks.add(block);
                if (blocks.size() == BLOCKS) {
                    ForkJoinTask<String> first = blocks.remove();
                    if (!first.isDone() && block.tryUnfork()) {
                        block.invoke();
                    }
                    out.append(first.join());
                }
            }
        }
        while (!blocks.isEmpty()) {
            out.append(blocks.remove().join());
        }
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
                    text.append(',');
                    Decimal.append(value, text);
                }
                text.append('\n');
            }
            return text.toString();
        }
    }
}
