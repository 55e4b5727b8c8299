package tickwing.producer.flight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.error.UserError;
import tickwing.common.flight.FlightColumns;
import tickwing.common.record.Decoded;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.RowFormat;
import tickwing.replay.Settling;
import tickwing.replay.Wanted;
import tickwing.replay.csv.CsvRows;

/**
 * Flights by airline: a row's key is its airline's code, its value every column under the header's name.
 *
 * @param reading how rows are read, as far as that has been said: {@link #ZONE}, and what {@link ReadingOptions} has
 * @param header the columns of files that have no header; empty for files that have one
 * @param days which days to publish
 * @param airlines which airlines to publish, by code; empty for all
 */
record FlightRows(Reading reading, Optional<List<String>> header, Predicate<LocalDate> days, Set<String> airlines)
        implements RowFormat {
    static final String ZONE = ReadingOptions.ZONE;

    FlightRows(Optional<List<String>> header, Predicate<LocalDate> days, Set<String> airlines) {
        this(Reading.DEFAULT, header, days, airlines);
    }

    @Override
    public boolean knows(String column) {
        return FlightColumns.isKnown(column) || ReadingOptions.names(reading, column);
    }

    @Override
    public FlightRows with(Reading other) {
        Reading zoned = reading.get(ZONE)
                .filter(zone -> other.get(ZONE).isEmpty())
                .map(zone -> other.with(ZONE, zone))
                .orElse(other);
        return new FlightRows(zoned, header, days, airlines);
    }

    @Override
    public Settling settling(String name, CsvRows rows) throws IOException {
        return new FlightSettling(name, columns(name, rows), reading);
    }

    @Override
    public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
        FlightColumns columns = columns(name, rows);
        boolean local = columns.hasLocalDate();
        Optional<ZoneId> zone = local ? Optional.empty() : reading.get(ZONE).map(ZoneId::of);
        FlightDates dates = new FlightDates(
                name,
                columns.dateColumns().stream().mapToInt(Integer::intValue).toArray(),
                ReadingOptions.order(reading),
                zone);
        Reading told = local ? reading.without(ZONE) : reading;
        return new FlightEncoder(columns, dates, told, days, new Wanted(name, "airline", airlines), shiftDays);
    }

    /** @throws UserError when date or airline cannot be found in the columns, or a column stands there twice */
    private FlightColumns columns(String name, CsvRows rows) throws IOException {
        List<String> names = header.isPresent() ? rows.header(header.get()) : rows.header();
        if (names == null) {
            throw new UserError(name + " is empty; expected a header line and flights below it.");
        }
        Decoded<FlightColumns> columns = FlightColumns.of(ReadingOptions.renamed(name, names, rows, reading));
        if (columns instanceof Decoded.Ok<FlightColumns> known) {
            refuseDoubles(name, known.value().names());
            if (!known.value().hasLocalDate() && reading.get(ZONE).isEmpty()) {
                throw new UserError(name + ":1: the only date is that of an hour in UTC; say in which time zone the"
                        + " flights are to be dated with --zone, e.g. --zone America/New_York.");
            }
            return known.value();
        }
        throw new UserError(name + ":1: " + ((Decoded.Rejected<?>) columns).detail() + "; its columns are "
                + rows.described(names)
                + ". Say which ones hold what with --columns, e.g. --columns FL_DATE=COLUMN; if the file has no header, say"
                + " what it holds with --header, e.g. --header kaggle2015.");
    }

    /** A record has room for one value under each name. */
    private static void refuseDoubles(String name, List<String> names) {
        for (String column : names) {
            if (names.indexOf(column) != names.lastIndexOf(column)) {
                throw new UserError(name + ":1: the column " + column + " stands there twice.");
            }
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
