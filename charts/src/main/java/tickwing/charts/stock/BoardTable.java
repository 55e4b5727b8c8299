package tickwing.charts.stock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tickwing.analytics.indicator.Study;
import tickwing.board.stock.StockContent;
import tickwing.board.stock.StockTable;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.text.CsvCell;

/** What is on a board as CSV: {@code symbol,time,close} and the studies' columns; by symbol, then by time. */
final class BoardTable {
    private BoardTable() {}

    static void write(
            StockContent content, Collection<String> symbols, Interval interval, List<Study> studies, Appendable out)
            throws IOException {
        List<String> columns = new ArrayList<>(List.of("close"));
        studies.forEach(study -> columns.addAll(study.columns()));
        StockRows.Writer table = new StockRows.Writer(columns, out);
        for (String symbol : symbols) {
            StockTable blocks = content.table(StockView.all(symbol, interval, studies));
            while (blocks.hasNext()) {
                table.add(rows(CsvCell.of(symbol), blocks.next()));
            }
        }
        table.end();
    }

    private static StockRows rows(String symbol, StockTable.Block block) {
        int count = block.bars().size();
        double[][] columns = block.values();
        StockRows rows = new StockRows(symbol, new BarTime[count], new double[count][1 + columns.length]);
        for (int i = 0; i < count; i++) {
            Bar bar = block.bars().get(i);
            rows.times()[i] = bar.time();
            rows.values()[i][0] = bar.close();
            for (int c = 0; c < columns.length; c++) {
                rows.values()[i][1 + c] = columns[c][i];
            }
        }
        return rows;
    }
}
