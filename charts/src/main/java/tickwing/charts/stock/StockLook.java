package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.List;
import tickwing.analytics.indicator.Study;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.charts.view.ChartView;

/** What is computed of each symbol, and how it is drawn and written. */
interface StockLook {
    List<Study> studies();

    List<Column> columns();

    ChartView chart(Snapshot snapshot, StockView view, StockStyle style);

    /** Prices with any studies over and below them; the table has the closes and all columns of the studies. */
    static StockLook of(List<Study> studies) {
        List<Column> columns = new ArrayList<>(List.of(Column.close()));
        studies.stream()
                .flatMap(study -> study.columns().stream())
                .forEach(name -> columns.add(new Column(name, columns.size() - 1)));
        return new StudiesLook(List.copyOf(studies), List.copyOf(columns));
    }

    /** @param columns in the studies' order */
    record StudiesLook(List<Study> studies, List<Column> columns) implements StockLook {
        @Override
        public ChartView chart(Snapshot snapshot, StockView view, StockStyle style) {
            return StudiesChart.view(snapshot, view, style);
        }
    }
}
