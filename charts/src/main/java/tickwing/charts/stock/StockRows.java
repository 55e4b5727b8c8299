package tickwing.charts.stock;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinTask;
import tickwing.board.stock.StockTable;
import tickwing.charts.view.CsvNumber;
import tickwing.common.bar.BarTime;
import tickwing.common.text.CsvCell;

/**
 * Some rows of one symbol, with all that is needed to write them.
 *
 * @param symbol as a CSV cell
 * @param outputs which value of the block each column has; {@link Column#CLOSE} for the closes; never changed by anyone
 */
record StockRows(String symbol, StockTable.Block block, int[] outputs) {
    /** How many such blocks are on their way: enough that no processor waits for the next one. */
    private static final int BLOCKS = 8;

    /**
     * A table while it is written, block by block. Most of its time is its numbers' text, which all processors share; the
     * thread that writes lends a hand where the others fall behind.
     */
    static final class Writer {
        private final Appendable out;
        private final Queue<ForkJoinTask<String>> blocks = new ArrayDeque<>();

        /** Writes the header: {@code symbol,time} and the columns. */
        Writer(List<String> columns, Appendable out) throws IOException {
            this.out = out;
            out.append("symbol,time");
            for (String column : columns) {
                out.append(',').append(CsvCell.of(column));
            }
            out.append('\n');
        }

        /** Adds rows that nobody changes any more. */
        void add(StockRows rows) throws IOException {
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

        /** Writes what is on its way. */
        void end() throws IOException {
            while (!blocks.isEmpty()) {
                out.append(blocks.remove().join());
            }
        }
    }

    private String text() {
        double[][] columns = new double[outputs.length][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = outputs[c] == Column.CLOSE ? block.closes() : block.values()[outputs[c]];
        }
        BarTime[] times = block.times();
        StringBuilder text = new StringBuilder(80 * times.length);
        for (int i = 0; i < times.length; i++) {
            text.append(symbol).append(',').append(times[i]);
            for (double[] column : columns) {
                text.append(',');
                CsvNumber.append(column[i], text);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
