package tickwing.charts.stock;

import java.io.IOException;
import java.util.List;
import tickwing.analytics.indicator.Study;
import tickwing.board.stock.StockContent;
import tickwing.board.stock.StockTable;
import tickwing.board.view.StockView;
import tickwing.charts.show.Table;
import tickwing.common.bar.Interval;
import tickwing.common.text.CsvCell;

/**
 * What was on a board in one edition as CSV: {@code symbol,time} and the columns; by symbol, then by time. Computed while it is
 * written, some hundred rows at a time, so that of a million bars no values are ever held.
 */
record StockCsv(
        StockContent content, List<String> symbols, Interval interval, List<Study> studies, List<Column> columns)
        implements Table {
    @Override
    public void writeTo(Appendable out) throws IOException {
        StockRows.Writer table =
                new StockRows.Writer(columns.stream().map(Column::name).toList(), out);
        int[] outputs = columns.stream().mapToInt(Column::output).toArray();
        for (String symbol : symbols) {
            String cell = CsvCell.of(symbol);
            StockTable blocks = content.table(StockView.all(symbol, interval, studies));
            while (blocks.hasNext()) {
                table.add(new StockRows(cell, blocks.next(), outputs));
            }
        }
        table.end();
    }
}
