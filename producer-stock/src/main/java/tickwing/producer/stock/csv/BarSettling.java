package tickwing.producer.stock.csv;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickwing.common.bar.Interval;
import tickwing.common.error.UserError;
import tickwing.common.text.Cells;
import tickwing.replay.Fact;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.Settling;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.Dialect;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.MomentText;
import tickwing.replay.date.NotADate;
import tickwing.replay.date.OrderEvidence;

/** Settles how the rows of a bar file are read: the order of day and month, the decimal sign, and what a bar sums up. */
final class BarSettling implements Settling {
    private static final int MOST_SYMBOLS = 10_000;
    private static final int FIRST_ROWS = 1_000;

    /** What a row says of time and price, before it is known how to read it. */
    private record Row(String symbol, String date, String time, String close) {}

    private final String file;
    private final BarHeader header;
    private final Reading reading;
    private final OrderEvidence orders = new OrderEvidence(true);
    private final DecimalEvidence decimals;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> firstDates = new HashMap<>();
    private boolean steps;

    /** @param reading what the user has said, which is not asked of the rows */
    BarSettling(String file, BarHeader header, Dialect dialect, Reading reading) {
        this.file = file;
        this.header = header;
        this.reading = reading;
        this.decimals = new DecimalEvidence(dialect);
    }

    @Override
    public void row(CsvRow.Good row) {
        Cells cells = row.cells();
        String date = text(cells, BarField.DATE).strip();
        orders.add(date, row.line());
        for (BarField price : BarColumns.prices()) {
            decimals.add(text(cells, price), row.line());
        }
        Row kept = new Row(text(cells, BarField.SYMBOL), date, text(cells, BarField.TIME), text(cells, BarField.CLOSE));
        String stamp = kept.date() + " " + kept.time();
        String first = firstDates.size() < MOST_SYMBOLS
                ? firstDates.putIfAbsent(kept.symbol(), stamp)
                : firstDates.get(kept.symbol());
        boolean step = first != null && !first.equals(stamp);
        if (rows.size() < FIRST_ROWS || step && !steps) {
            rows.add(kept);
        }
        steps |= step;
    }

    private String text(Cells cells, BarField field) {
        int column = header.column(field);
        return column < 0 || column >= cells.count() ? "" : cells.text(column);
    }

    @Override
    public Need need() {
        boolean order = reading.get(ReadingOptions.DATE_ORDER).isPresent() || !orders.isNeeded();
        if (!order
                && orders.verdict().isEmpty()
                && layoutOrder().isEmpty()
                && orders.example().isPresent()) {
            return Need.DECISION;
        }
        if (!isDecimalSaid() && decimals.undecided().isPresent()) {
            return Need.DECISION;
        }
        boolean certain = order || orders.certain().isPresent();
        return certain && steps ? Need.NOTHING : Need.CERTAINTY;
    }

    private Optional<DateOrder> layoutOrder() {
        return header.known().flatMap(BarLayout::order);
    }

    private boolean isDecimalSaid() {
        return reading.get(ReadingOptions.DECIMAL_COMMA).isPresent()
                || reading.get(ReadingOptions.NO_DECIMAL_COMMA).isPresent();
    }

    @Override
    public Settled settle() {
        List<Fact> facts = new ArrayList<>();
        Reading settled = interval(decimals(order(reading, facts), facts), facts);
        facts.add(new Fact("layout", header.layout(), ""));
        return new Settled(settled, facts);
    }

    private Reading order(Reading known, List<Fact> facts) {
        Optional<String> said = reading.get(ReadingOptions.DATE_ORDER);
        if (said.isPresent()) {
            facts.add(new Fact("date_order", said.get(), ReadingOptions.DATE_ORDER));
            return known;
        }
        if (!orders.isNeeded()) {
            return known;
        }
        Optional<OrderEvidence.Verdict> verdict = orders.verdict();
        if (verdict.isEmpty() && layoutOrder().isPresent()) {
            verdict = layoutOrder()
                    .map(order -> new OrderEvidence.Verdict(
                            order, "files of " + header.layout() + " have the " + order.words()));
        }
        if (verdict.isEmpty() && orders.example().isEmpty()) {
            return known;
        }
        OrderEvidence.Verdict decided = verdict.orElseThrow(() -> new UserError(file + ": date \""
                + orders.example().orElse("")
                + "\" can be read both ways, and no row says whether the day or the month comes first; say it with"
                + " --date-order dmy or --date-order mdy."));
        facts.add(new Fact("date_order", decided.order().code(), decided.why()));
        return known.with(ReadingOptions.DATE_ORDER, decided.order().code());
    }

    private Reading decimals(Reading known, List<Fact> facts) {
        if (isDecimalSaid()) {
            boolean comma = reading.get(ReadingOptions.DECIMAL_COMMA).isPresent();
            facts.add(new Fact("decimal", comma ? "comma" : "point", comma ? "--decimal-comma" : "--no-decimal-comma"));
            return known;
        }
        decimals.undecided().ifPresent(price -> {
            throw new UserError(file + ": price \"" + price + "\" can be read both ways, and no row says whether it has"
                    + " decimals or thousands; say it with --decimal-comma or --no-decimal-comma.");
        });
        if (decimals.comma().isPresent() && decimals.point().isPresent()) {
            return mixed(known, facts);
        }
        if (decimals.comma().isEmpty()) {
            return known;
        }
        facts.add(new Fact("decimal", "comma", decimals.comma().get()));
        return known.with(ReadingOptions.DECIMAL_COMMA, "");
    }

    /** Where single cells have another sign than the others, these cells are the flaw: the point is what files have. */
    private Reading mixed(Reading known, List<Fact> facts) {
        facts.add(new Fact("decimal", "point", decimals.point().orElse("")));
        return known;
    }

    private Reading interval(Reading known, List<Fact> facts) {
        DateOrder order = ReadingOptions.order(known);
        Steps found = new Steps(BarRows.zone(known), header.symbol().isEmpty());
        for (Row row : rows) {
            try {
                found.add(
                        row.symbol(),
                        header.column(BarField.TIME) < 0
                                ? MomentText.parse(row.date(), order)
                                : MomentText.parse(row.date(), row.time(), order),
                        row.close());
            } catch (NotADate e) {
                // A row that is rejected says nothing.
            }
        }
        if (found.areManyAtOnce()) {
            throw new UserError(
                    file + ": many rows have the same time, and there is no column that says which symbol each"
                            + " is of; expected one called Symbol or Ticker, or say which with --columns Symbol=COLUMN.");
        }
        Optional<Interval> said = reading.get(BarRows.INTERVAL).flatMap(Interval::of);
        if (said.isPresent()) {
            refuseShorter(said.get(), found);
            facts.add(new Fact("interval", said.get().code(), "--interval"));
            return known;
        }
        Steps.Verdict verdict = found.verdict();
        if (verdict.interval().isEmpty()) {
            throw new UserError(file + ": " + verdict.why() + "; say how long its bars are with --interval, e.g."
                    + " --interval 1m.");
        }
        Interval interval = verdict.interval().get();
        facts.add(new Fact("interval", interval.code(), verdict.why()));
        return known.with(BarRows.INTERVAL, interval.code());
    }

    private void refuseShorter(Interval said, Steps found) {
        Optional<OffsetDateTime> second = said.isDaily() ? found.secondOfADay() : Optional.empty();
        if (second.isPresent()) {
            throw new UserError(file + ": there are several rows a day, e.g. of " + second.get() + "; --interval "
                    + said + " would keep one of them.");
        }
    }
}
