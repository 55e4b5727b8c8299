package tickwing.producer.stock.csv;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.record.Decoded;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.RowFormat;
import tickwing.replay.Settling;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Finished bars by symbol: a row's key is its symbol, its value {@link tickwing.common.bar.BarJson}.
 *
 * @param reading how rows are read, as far as that has been said: {@link #INTERVAL}, {@link #ZONE}, and what
 *     {@link ReadingOptions} has
 * @param header the columns of files that have no header; empty for files that have one
 * @param days which days to publish, by the exchange's date
 * @param symbols which symbols to publish; empty for all
 */
public record BarRows(Reading reading, Optional<List<String>> header, Predicate<LocalDate> days, Set<String> symbols)
        implements RowFormat {
    static final String INTERVAL = "--interval";
    static final String ZONE = ReadingOptions.ZONE;

    /** Files with a header, where the interval and the zone of times without an offset have been said, or not. */
    public BarRows(Optional<Interval> interval, ZoneId zone, Predicate<LocalDate> days, Set<String> symbols) {
        this(reading(Reading.DEFAULT, interval, zone), Optional.empty(), days, symbols);
    }

    /** A reading with an interval and a zone. */
    static Reading reading(Reading reading, Optional<Interval> interval, ZoneId zone) {
        // What nobody has said is no option.
        Reading zoned = zone.equals(ZoneOffset.UTC) ? reading : reading.with(ZONE, zone.getId());
        return interval.map(known -> zoned.with(INTERVAL, known.code())).orElse(zoned);
    }

    @Override
    public boolean knows(String column) {
        return BarField.isKnown(column) || ReadingOptions.names(reading, column);
    }

    @Override
    public BarRows with(Reading other) {
        return new BarRows(other.get(ZONE).isPresent() ? other : zoned(other), header, days, symbols);
    }

    private Reading zoned(Reading other) {
        return reading.get(ZONE).map(zone -> other.with(ZONE, zone)).orElse(other);
    }

    @Override
    public Settling settling(String name, CsvRows rows) throws IOException {
        return new BarSettling(name, BarHeader.read(name, rows, header, reading), rows.dialect(), reading);
    }

    @Override
    public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
        BarColumns columns = columns(name, rows);
        // What is as it always was needs no words: letters and positions of older versions say nothing of it.
        Reading told = columns.isZoned() ? reading : reading.without(ZONE);
        told = columns.interval() == Interval.ONE_DAY ? told.without(INTERVAL) : told;
        return new BarEncoder(name, columns, told.without(ReadingOptions.NO_DECIMAL_COMMA), days, symbols, shiftDays);
    }

    private BarColumns columns(String name, CsvRows rows) throws IOException {
        return new BarColumns(
                BarHeader.read(name, rows, header, reading),
                new BarColumns.Settings(
                        reading.get(INTERVAL).flatMap(Interval::of).orElse(Interval.ONE_DAY),
                        zone(reading),
                        isZoneSaid(reading),
                        ReadingOptions.order(reading),
                        reading.get(ReadingOptions.DECIMAL_COMMA).isPresent()
                                ? Prices.DECIMAL_COMMA
                                : Prices.DECIMAL_POINT));
    }

    /** Where the user says nothing, it is that of {@link ZoneOffset#UTC}, which no option's value is. */
    static boolean isZoneSaid(Reading reading) {
        return reading.get(ZONE)
                .filter(zone -> !zone.equals(ZoneOffset.UTC.getId()))
                .isPresent();
    }

    static ZoneId zone(Reading reading) {
        return reading.get(ZONE).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "bars";
    }

    /** Hands over the daily bars of a file that can be read, in the order of its rows. */
    public static void forEach(String name, CsvRows rows, Consumer<Bar> action) throws IOException {
        BarRows daily = new BarRows(Optional.of(Interval.ONE_DAY), ZoneOffset.UTC, day -> true, Set.of());
        BarColumns columns = daily.columns(name, rows);
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            if (row instanceof CsvRow.Good good && bar(columns, good) instanceof Decoded.Ok<Bar> ok) {
                action.accept(ok.value());
            }
        }
    }

    private static Decoded<Bar> bar(BarColumns columns, CsvRow.Good row) {
        try {
            return columns.bar(row.cells());
        } catch (BarColumns.Contradiction e) {
            return Decoded.rejected("contradiction", e.getMessage());
        }
    }
}
