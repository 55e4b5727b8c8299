package tickwing.producer.stock.csv;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarTime;
import tickwing.common.error.UserError;
import tickwing.common.record.ByteSlice;
import tickwing.common.record.Decoded;
import tickwing.replay.Outcome;
import tickwing.replay.Reading;
import tickwing.replay.RowFormat;
import tickwing.replay.Subject;
import tickwing.replay.Wanted;
import tickwing.replay.csv.CsvRow;

/** Turns the rows of one bar file into records. */
final class BarEncoder implements RowFormat.RowEncoder {
    private final String file;
    private final BarColumns columns;
    private final Reading reading;
    private final Predicate<LocalDate> days;
    private final Wanted symbols;
    private final int shiftDays;

    /**
     * @param file what messages call the file
     * @param reading how its rows are read, as options
     */
    BarEncoder(
            String file,
            BarColumns columns,
            Reading reading,
            Predicate<LocalDate> days,
            Set<String> symbols,
            int shiftDays) {
        this.file = file;
        this.columns = columns;
        this.reading = reading;
        this.days = days;
        this.symbols = new Wanted(file, "symbol", symbols);
        this.shiftDays = shiftDays;
    }

    /** A bar as pace and analysis see it. */
    private record Session(Bar bar) implements Subject {
        @Override
        public String group() {
            return bar.symbol();
        }

        @Override
        public long eventMillis() {
            BarTime time = bar.time();
            return time.start() == null
                    ? time.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                    : time.start().toInstant().toEpochMilli();
        }

        @Override
        public Object[] identity() {
            return new Object[] {bar.symbol(), bar.interval().code(), bar.time()};
        }
    }

    @Override
    public Outcome encode(CsvRow.Good row) {
        Decoded<Bar> decoded = decoded(row);
        if (decoded instanceof Decoded.Rejected<Bar> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Bar bar = ((Decoded.Ok<Bar>) decoded).value();
        if (!symbols.test(bar.symbol()) || !days.test(bar.time().date())) {
            return Outcome.FILTERED;
        }
        byte[] key = bar.symbol().getBytes(StandardCharsets.UTF_8);
        return new Outcome.Publish(key, ByteSlice.of(BarJson.write(moved(bar))), new Session(bar));
    }

    private Decoded<Bar> decoded(CsvRow.Good row) {
        try {
            return columns.bar(row.cells());
        } catch (BarColumns.Contradiction e) {
            throw new UserError(file + ":" + row.line() + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public boolean upserts() {
        return true;
    }

    @Override
    public String layout() {
        return columns.layout();
    }

    @Override
    public String options() {
        return reading.text();
    }

    @Override
    public String name() {
        return columns.symbol();
    }

    @Override
    public List<String> remarks() {
        return symbols.remarks();
    }

    @Override
    public String groups() {
        return "symbols";
    }

    private Bar moved(Bar bar) {
        if (shiftDays == 0) {
            return bar;
        }
        BarTime time = bar.time().start() == null
                ? BarTime.of(bar.time().date().plusDays(shiftDays))
                : BarTime.of(bar.time().start().plusDays(shiftDays));
        return Bar.finished(
                bar.symbol(),
                bar.interval(),
                time,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.adjClose(),
                bar.volume());
    }
}
