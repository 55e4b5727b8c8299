package tickwing.producer.stock.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tickwing.common.Decoded;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.replay.Outcome;
import tickwing.replay.RowFormat;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Finished bars by symbol: a row's key is its symbol, its value {@link BarJson}.
 *
 * @param interval what a row sums up; empty for daily bars, unless the file says otherwise
 * @param zone the zone of times that are written without an offset
 * @param days which days to publish, by the exchange's date
 * @param symbols which symbols to publish; empty for all
 */
public record BarRows(Optional<Interval> interval, ZoneId zone, Predicate<LocalDate> days, Set<String> symbols)
        implements RowFormat {
    @Override
    public RowEncoder open(String name, CsvRows rows) throws IOException {
        BarColumns columns = BarColumns.read(name, rows, interval, zone);
        return row -> encode(row, columns);
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

    private Outcome encode(CsvRow.Good row, BarColumns columns) {
        Decoded<Bar> decoded = columns.bar(row.cells());
        if (decoded instanceof Decoded.Rejected<Bar> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Bar bar = ((Decoded.Ok<Bar>) decoded).value();
        if (!days.test(bar.time().date()) || !(symbols.isEmpty() || symbols.contains(bar.symbol()))) {
            return Outcome.FILTERED;
        }
        return new Outcome.Publish(
                bar.symbol().getBytes(StandardCharsets.UTF_8), BarJson.write(bar), eventMillis(bar.time()));
    }

    private static long eventMillis(BarTime time) {
        return time.start() == null
                ? time.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                : time.start().toInstant().toEpochMilli();
    }
}
