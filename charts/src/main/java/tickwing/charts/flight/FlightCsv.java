package tickwing.charts.flight;

import java.io.IOException;
import java.util.Map;
import tickwing.board.flight.FlightContent;
import tickwing.board.flight.FlightTable;
import tickwing.board.view.FlightView;
import tickwing.charts.show.Table;
import tickwing.common.text.CsvCell;

/** The counts of a view in one edition as CSV: {@code date,airline,flights}; by date, then by airline. */
record FlightCsv(FlightContent content, FlightView view) implements Table {
    @Override
    public void writeTo(Appendable out) throws IOException {
        out.append("date,airline,flights\n");
        FlightTable table = content.table(view);
        while (table.hasNext()) {
            FlightTable.Row row = table.next();
            for (Map.Entry<String, Long> count : row.flights().entrySet()) {
                out.append(row.start() + "," + CsvCell.of(count.getKey()) + "," + count.getValue() + "\n");
            }
        }
    }
}
