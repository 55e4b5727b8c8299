package tickwing.producer.flight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightColumns;
import tickwing.common.flight.FlightHeaders;
import tickwing.common.flight.FlightJson;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;
import tickwing.replay.Outcome;
import tickwing.replay.RowFormat;
import tickwing.replay.Subject;
import tickwing.replay.csv.CsvRow;

/** Turns the rows of one flight file into records. */
final class FlightEncoder implements RowFormat.RowEncoder {
    /** More are no airlines, and must not fill the memory. */
    static final int MOST_KEYS = 10_000;

    private final FlightColumns columns;
    private final FlightJson.Writer writer;
    private final Predicate<LocalDate> days;
    private final Set<String> airlines;
    private final int shiftDays;
    /** There are few airlines and many flights. */
    private final Map<String, byte[]> keys = new HashMap<>();

    FlightEncoder(
            FlightColumns columns,
            FlightJson.Writer writer,
            Predicate<LocalDate> days,
            Set<String> airlines,
            int shiftDays) {
        this.columns = columns;
        this.writer = writer;
        this.days = days;
        this.airlines = airlines;
        this.shiftDays = shiftDays;
    }

    /** A flight as pace and analysis see it. */
    private record Departure(FlightColumns columns, Flight flight, Cells cells) implements Subject {
        @Override
        public String group() {
            return flight.airline();
        }

        @Override
        public long eventMillis() {
            return columns.departureMillis(flight, cells);
        }

        @Override
        public Object[] identity() {
            return columns.identity(flight, cells);
        }
    }

    @Override
    public Outcome encode(CsvRow.Good row) {
        Decoded<Flight> decoded = columns.flight(row.cells());
        if (decoded instanceof Decoded.Rejected<Flight> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Flight flight = ((Decoded.Ok<Flight>) decoded).value();
        if (!days.test(flight.date()) || !(airlines.isEmpty() || airlines.contains(flight.airline()))) {
            return Outcome.FILTERED;
        }
        Cells cells =
                shiftDays == 0 ? row.cells() : columns.movedTo(flight.date().plusDays(shiftDays), row.cells());
        if (keys.size() == MOST_KEYS) {
            keys.clear();
        }
        byte[] key = keys.computeIfAbsent(flight.airline(), FlightRows::utf8);
        return new Outcome.Publish(key, writer.write(cells), new Departure(columns, flight, row.cells()));
    }

    @Override
    public String layout() {
        return FlightHeaders.layoutOf(columns.names());
    }

    @Override
    public String groups() {
        return "airlines";
    }
}
