package tickwing.producer.flight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.error.UserError;
import tickwing.common.flight.FlightColumns;
import tickwing.common.flight.FlightJson;
import tickwing.common.record.Decoded;
import tickwing.replay.RowFormat;
import tickwing.replay.csv.CsvRows;

/**
 * Flights by airline: a row's key is its airline's code, its value every column under the header's name.
 *
 * @param header the columns of files that have no header; empty for files that have one
 * @param days which days to publish
 * @param airlines which airlines to publish, by code; empty for all
 */
record FlightRows(Optional<List<String>> header, Predicate<LocalDate> days, Set<String> airlines) implements RowFormat {
    @Override
    public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
        List<String> names = header.isPresent() ? rows.header(header.get()) : rows.header();
        if (names == null) {
            throw new UserError(name + " is empty; expected a header line and flights below it.");
        }
        return encoder(name, names, shiftDays);
    }

    /** @throws UserError when date or airline cannot be found in the columns, or a column stands there twice */
    private RowEncoder encoder(String name, List<String> names, int shiftDays) {
        Decoded<FlightColumns> columns = FlightColumns.of(names);
        if (columns instanceof Decoded.Ok<FlightColumns> known) {
            refuseDoubles(name, names);
            return new FlightEncoder(known.value(), new FlightJson.Writer(names), days, airlines, shiftDays);
        }
        throw new UserError(name + ":1: " + ((Decoded.Rejected<?>) columns).detail()
                + "; if the file has no header, say what it holds with --header, e.g. --header kaggle2015.");
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
