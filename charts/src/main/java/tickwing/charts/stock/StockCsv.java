package tickwing.charts.stock;

import java.io.IOException;
import java.util.List;
import tickwing.board.stock.StockContent;
import tickwing.board.stock.StockTable;
import tickwing.board.view.StockView;
import tickwing.charts.show.Table;
import tickwing.common.text.CsvCell;

/**
 * What was on a board in one edition as CSV: {@code symbol,time} and the columns; by symbol, then by time. Computed while it is
 * written, some hundred rows at a time, so that of a million bars no values are ever held.
 */
record StockCsv(StockContent content, List<StockView> views, List<Column> columns) implements Table {
    @Override
    public void writeTo(Appendable out) throws IOException {
        StockRows.Writer table =
                new StockRows.Writer(columns.stream().map(Column::name).toList(), out);
        int[] outputs = columns.stream().mapToInt(Column::output).toArray();
        for (StockView view : views) {
            String symbol = CsvCell.of(view.symbol());
            StockTable blocks = content.table(view);
            while (blocks.hasNext()) {
                table.add(new StockRows(symbol, blocks.next(), outputs));
            }
        }
        table.end();
    }
}
