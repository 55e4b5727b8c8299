package tickwing.producer.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickwing.common.flight.FlightColumns;
import tickwing.common.text.Cells;
import tickwing.replay.Fact;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.Settling;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.OrderEvidence;

/** Settles in which order the dates of a flight file name day and month. Flights leave on any day of the week. */
final class FlightSettling implements Settling {
    private final String file;
    private final FlightColumns columns;
    private final Reading reading;
    private final OrderEvidence orders = new OrderEvidence(false);

    /** @param reading what the user has said, which is not asked of the rows */
    FlightSettling(String file, FlightColumns columns, Reading reading) {
        this.file = file;
        this.columns = columns;
        this.reading = reading;
    }

    @Override
    public void row(CsvRow.Good row) {
        Cells cells = row.cells();
        for (int column : columns.dateColumns()) {
            orders.add(cells.text(column), row.line());
        }
    }

    @Override
    public Need need() {
        if (reading.get(ReadingOptions.DATE_ORDER).isPresent()
                || !orders.isNeeded()
                || orders.certain().isPresent()) {
            return Need.NOTHING;
        }
        boolean decided = verdict().isPresent() || orders.example().isEmpty();
        return decided ? Need.CERTAINTY : Need.DECISION;
    }

    private Optional<OrderEvidence.Verdict> verdict() {
        return orders.verdict()
                .or(() -> layoutOrder()
                        .flatMap(order -> orders.verdict(order, "files of this layout have the " + order.words())));
    }

    /** The US Bureau of Transportation Statistics names the month first; whose columns the user names, nobody knows. */
    private Optional<DateOrder> layoutOrder() {
        return reading.get(ReadingOptions.COLUMNS).isPresent() ? Optional.empty() : Optional.of(DateOrder.MDY);
    }

    @Override
    public Settled settle() {
        List<Fact> facts = new ArrayList<>();
        Optional<String> said = reading.get(ReadingOptions.DATE_ORDER);
        if (said.isPresent()) {
            facts.add(new Fact("date_order", said.get(), ReadingOptions.DATE_ORDER));
            return new Settled(reading, facts);
        }
        if (!orders.isNeeded() || orders.verdict().isEmpty() && orders.example().isEmpty()) {
            return new Settled(reading, facts);
        }
        OrderEvidence.Verdict verdict = verdict().orElseThrow(() -> ReadingOptions.undecided(file, orders));
        facts.add(new Fact("date_order", verdict.order().code(), verdict.why()));
        return new Settled(
                reading.with(ReadingOptions.DATE_ORDER, verdict.order().code()), facts);
    }
}
