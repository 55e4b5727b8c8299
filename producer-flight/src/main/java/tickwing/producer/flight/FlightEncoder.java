package tickwing.producer.flight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightColumns;
import tickwing.common.flight.FlightHeaders;
import tickwing.common.flight.FlightJson;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;
import tickwing.replay.Outcome;
import tickwing.replay.Reading;
import tickwing.replay.RowFormat;
import tickwing.replay.Subject;
import tickwing.replay.Wanted;
import tickwing.replay.csv.CsvRow;

/** Turns the rows of one flight file into records. */
final class FlightEncoder implements RowFormat.RowEncoder {
    /** More are no airlines, and must not fill the memory. */
    static final int MOST_KEYS = 10_000;

    private final FlightColumns columns;
    private final FlightDates dates;
    private final FlightJson.Writer writer;
    private final Reading reading;
    private final Predicate<LocalDate> days;
    private final Wanted airlines;
    private final int shiftDays;
    /** There are few airlines and many flights. */
    private final Map<String, byte[]> keys = new HashMap<>();

    /** @param reading how rows are read, as options */
    FlightEncoder(
            FlightColumns columns,
            FlightDates dates,
            Reading reading,
            Predicate<LocalDate> days,
            Wanted airlines,
            int shiftDays) {
        this.columns = columns;
        this.dates = dates;
        this.writer = new FlightJson.Writer(columns.names());
        this.reading = reading;
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
        Cells plain = dates.plain(row.cells(), row.line());
        Decoded<Flight> decoded = columns.flight(plain);
        if (decoded instanceof Decoded.Rejected<Flight> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Flight flight = ((Decoded.Ok<Flight>) decoded).value();
        if (!airlines.test(flight.airline()) || !days.test(flight.date())) {
            return Outcome.FILTERED;
        }
        Cells cells = shiftDays == 0 ? plain : columns.movedTo(flight.date().plusDays(shiftDays), plain);
        if (keys.size() == MOST_KEYS) {
            keys.clear();
        }
        byte[] key = keys.computeIfAbsent(flight.airline(), FlightRows::utf8);
        return new Outcome.Publish(key, writer.write(cells), new Departure(columns, flight, plain));
    }

    @Override
    public String options() {
        return reading.text();
    }

    @Override
    public boolean knowsIdentity() {
        return columns.haveIdentity();
    }

    @Override
    public List<String> remarks() {
        return airlines.remarks();
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
