package tickwing.producer.stock.csv;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Predicate;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarTime;
import tickwing.common.record.ByteSlice;
import tickwing.common.record.Decoded;
import tickwing.replay.Outcome;
import tickwing.replay.RowFormat;
import tickwing.replay.Subject;
import tickwing.replay.csv.CsvRow;

/** Turns the rows of one bar file into records. */
final class BarEncoder implements RowFormat.RowEncoder {
    private final BarColumns columns;
    private final Predicate<LocalDate> days;
    private final Set<String> symbols;
    private final int shiftDays;

    BarEncoder(BarColumns columns, Predicate<LocalDate> days, Set<String> symbols, int shiftDays) {
        this.columns = columns;
        this.days = days;
        this.symbols = symbols;
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
        Decoded<Bar> decoded = columns.bar(row.cells());
        if (decoded instanceof Decoded.Rejected<Bar> bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        Bar bar = ((Decoded.Ok<Bar>) decoded).value();
        if (!days.test(bar.time().date()) || !(symbols.isEmpty() || symbols.contains(bar.symbol()))) {
            return Outcome.FILTERED;
        }
        byte[] key = bar.symbol().getBytes(StandardCharsets.UTF_8);
        return new Outcome.Publish(key, ByteSlice.of(BarJson.write(moved(bar))), new Session(bar));
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
        return columns.options();
    }

    @Override
    public String name() {
        return columns.symbol();
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
