package tickwing.producer.stock.csv;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.record.Decoded;
import tickwing.replay.RowFormat;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Finished bars by symbol: a row's key is its symbol, its value {@link tickwing.common.bar.BarJson}.
 *
 * @param interval what a row sums up; empty for daily bars, unless the file says otherwise
 * @param zone the zone of times that are written without an offset
 * @param days which days to publish, by the exchange's date
 * @param symbols which symbols to publish; empty for all
 */
public record BarRows(Optional<Interval> interval, ZoneId zone, Predicate<LocalDate> days, Set<String> symbols)
        implements RowFormat {
    @Override
    public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
        return new BarEncoder(BarColumns.read(name, rows, interval, zone), days, symbols, shiftDays);
    }

    /** Hands over the daily bars of a file that can be read, in the order of its rows. */
    public static void forEach(String name, CsvRows rows, Consumer<Bar> action) throws IOException {
        BarColumns columns = BarColumns.read(name, rows, Optional.of(Interval.ONE_DAY), ZoneOffset.UTC);
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            if (row instanceof CsvRow.Good good && columns.bar(good.cells()) instanceof Decoded.Ok<Bar> ok) {
                action.accept(ok.value());
            }
        }
    }
}
