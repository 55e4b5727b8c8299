package tickwing.producer.flight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.Decoded;
import tickwing.common.error.UserError;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightColumns;
import tickwing.common.flight.FlightJson;
import tickwing.replay.Outcome;
import tickwing.replay.RowFormat;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Flights by airline: a row's key is its airline's code, its value every column under the header's name.
 *
 * @param days which days to publish
 * @param airlines which airlines to publish, by code; empty for all
 */
record FlightRows(Predicate<LocalDate> days, Set<String> airlines) implements RowFormat {
    @Override
    public RowEncoder open(String name, CsvRows rows) throws IOException {
        List<String> header = rows.header();
        if (header == null) {
            throw new UserError(name + " is empty; expected a header line and flights below it.");
        }
        if (FlightColumns.of(header) instanceof Decoded.Ok<FlightColumns> known) {
            FlightJson.Writer writer = new FlightJson.Writer(header);
            return row -> encode(row, known.value(), writer);
        }
        Decoded.Rejected<?> unknown = (Decoded.Rejected<?>) FlightColumns.of(header);
        throw new UserError(name + ":1: " + unknown.detail() + ".");
    }

    private Outcome encode(CsvRow.Good row, FlightColumns columns, FlightJson.Writer writer) {
        Decoded<Flight> decoded = columns.flight(row.cells());
        if (decoded instanceof Decoded.Rejected<Flight> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Flight flight = ((Decoded.Ok<Flight>) decoded).value();
        if (!days.test(flight.date()) || !(airlines.isEmpty() || airlines.contains(flight.airline()))) {
            return Outcome.FILTERED;
        }
        long eventMillis =
                flight.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new Outcome.Publish(
                flight.airline().getBytes(StandardCharsets.UTF_8), writer.write(row.cells()), eventMillis);
    }
}
