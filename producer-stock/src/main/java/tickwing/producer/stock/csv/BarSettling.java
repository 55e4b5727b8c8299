package tickwing.producer.stock.csv;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import tickwing.replay.date.Moment;
import tickwing.replay.date.MomentText;
import tickwing.replay.date.NotADate;
import tickwing.replay.date.OrderEvidence;

/** Settles how the rows of a bar file are read: the order of day and month, the decimal sign, and what a bar sums up. */
final class BarSettling implements Settling {
    private static final int MOST_SYMBOLS = 10_000;
    private static final int FIRST_ROWS = 100;
    /** The same of a file that has a column of symbols, or of texts that may be such. */
    private static final int FIRST_ROWS_OF_TEXTS = 1_000;
    /** So many rows that follow one of their symbol say how far these are apart. */
    private static final int ENOUGH_STEPS = 20;

    private static final Pattern COUNT = Pattern.compile("\\d{9,}");
    /** Of a volume: thousands, millions or billions. */
    private static final Pattern UNIT = Pattern.compile("\\s*[KkMmBb]$");

    /** What a row says of time and price, before it is known how to read it. */
    private record Row(String symbol, String date, String time, String close) {
        /** Whether it may have a time of day, so that it takes a second one to tell how long bars are. */
        boolean hasTime() {
            return !time.isBlank()
                    || date.indexOf(':') >= 0
                    || COUNT.matcher(date).matches();
        }
    }

    private final String file;
    private final BarHeader header;
    private final Reading reading;
    private final OrderEvidence orders = new OrderEvidence(true);
    private final DecimalEvidence decimals;
    /** They count where prices leave it open. */
    private final DecimalEvidence volumes;

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> firstDates = new HashMap<>();
    private int firstRows = FIRST_ROWS;
    private int steps;

    /** @param reading what the user has said, which is not asked of the rows */
    BarSettling(String file, BarHeader header, Dialect dialect, Reading reading) {
        this.file = file;
        this.header = header;
        this.reading = reading;
        this.decimals = new DecimalEvidence(dialect);
        this.volumes = new DecimalEvidence(dialect);
    }

    @Override
    public void row(CsvRow.Good row) {
        Cells cells = row.cells();
        String date = text(cells, BarField.DATE).strip();
        orders.add(date, row.line());
        for (BarField price : BarColumns.prices()) {
            decimals.add(text(cells, price), row.line());
        }
        decimals.add(text(cells, BarField.ADJ_CLOSE), row.line());
        volumes.add(UNIT.matcher(text(cells, BarField.VOLUME).strip()).replaceFirst(""), row.line());
        Row kept = new Row(text(cells, BarField.SYMBOL), date, text(cells, BarField.TIME), text(cells, BarField.CLOSE));
        String stamp = kept.date() + " " + kept.time();
        String first = firstDates.size() < MOST_SYMBOLS
                ? firstDates.putIfAbsent(kept.symbol(), stamp)
                : firstDates.get(kept.symbol());
        boolean step = first != null && !first.equals(stamp);
        if (rows.isEmpty() && (header.symbol().isEmpty() || hasOtherTexts(cells))) {
            firstRows = FIRST_ROWS_OF_TEXTS;
        }
        if (rows.size() < firstRows || step && steps < ENOUGH_STEPS) {
            rows.add(kept);
        }
        steps += step ? 1 : 0;
    }

    private boolean hasOtherTexts(Cells cells) {
        return IntStream.range(0, cells.count())
                .filter(cell -> !header.fields().containsValue(cell))
                .anyMatch(cell -> cells.text(cell).chars().anyMatch(Character::isLetter));
    }

    private String text(Cells cells, BarField field) {
        int column = header.column(field);
        return column < 0 || column >= cells.count() ? "" : cells.text(column);
    }

    @Override
    public Need need() {
        boolean order = reading.get(ReadingOptions.DATE_ORDER).isPresent() || !orders.isNeeded();
        if (!order && orderVerdict().isEmpty() && orders.example().isPresent()) {
            return Need.DECISION;
        }
        if (!isDecimalSaid() && decimals().undecided().isPresent()) {
            return Need.DECISION;
        }
        if (reading.get(BarRows.INTERVAL).isEmpty()
                && steps == 0
                && rows.stream().anyMatch(Row::hasTime)) {
            return Need.DECISION;
        }
        boolean certain = order || orders.certain().isPresent();
        boolean looked = rows.size() >= firstRows || firstRows == FIRST_ROWS;
        return certain && looked && steps >= ENOUGH_STEPS ? Need.NOTHING : Need.CERTAINTY;
    }

    private Optional<DateOrder> layoutOrder() {
        return header.known().flatMap(BarLayout::order);
    }

    /** What the dates say, or the layout where they say nothing; empty where the one contradicts the other. */
    private Optional<OrderEvidence.Verdict> orderVerdict() {
        Optional<OrderEvidence.Verdict> verdict = orders.verdict();
        Optional<DateOrder> usual = layoutOrder();
        if (usual.isEmpty() || orders.certain().isPresent()) {
            return verdict;
        }
        if (verdict.isPresent()) {
            return verdict.filter(found -> found.order() == usual.get());
        }
        return orders.verdict(
                usual.get(),
                "files of " + header.layout() + " have the " + usual.get().words());
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
        return new Settled(header.index().map(index -> columns(settled, index)).orElse(settled), facts);
    }

    private static Reading columns(Reading settled, String told) {
        String columns = settled.get(ReadingOptions.COLUMNS)
                .map(said -> said + "," + told)
                .orElse(told);
        return settled.with(ReadingOptions.COLUMNS, columns);
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
        Optional<OrderEvidence.Verdict> verdict = orderVerdict();
        if (verdict.isEmpty() && orders.example().isEmpty()) {
            return known;
        }
        OrderEvidence.Verdict decided = verdict.orElseThrow(() -> ReadingOptions.undecided(file, orders));
        facts.add(new Fact("date_order", decided.order().code(), decided.why()));
        return known.with(ReadingOptions.DATE_ORDER, decided.order().code());
    }

    private Reading decimals(Reading known, List<Fact> facts) {
        if (isDecimalSaid()) {
            boolean comma = reading.get(ReadingOptions.DECIMAL_COMMA).isPresent();
            facts.add(new Fact("decimal", comma ? "comma" : "point", comma ? "--decimal-comma" : "--no-decimal-comma"));
            return known;
        }
        DecimalEvidence found = decimals();
        found.undecided().ifPresent(number -> {
            throw new UserError(
                    file + ": number \"" + number + "\" can be read both ways, and no row says whether it has"
                            + " decimals or thousands; say it with --decimal-comma or --no-decimal-comma.");
        });
        found.point().ifPresent(where -> facts.add(new Fact("decimal", "point", where)));
        if (found.comma().isEmpty()) {
            return known;
        }
        facts.add(new Fact("decimal", "comma", found.comma().get()));
        return known.with(ReadingOptions.DECIMAL_COMMA, "");
    }

    private DecimalEvidence decimals() {
        boolean prices = decimals.isSure() || !decimals.isSilent() && !volumes.isSure();
        return prices ? decimals : volumes;
    }

    private Reading interval(Reading known, List<Fact> facts) {
        DateOrder order = ReadingOptions.order(known);
        Steps found = new Steps(BarRows.zone(known));
        Boolean counted = null;
        for (Row row : rows) {
            try {
                Moment moment = header.column(BarField.TIME) < 0
                        ? MomentText.parse(row.date(), order)
                        : MomentText.parse(row.date(), row.time(), order);
                counted = counted == null ? Boolean.valueOf(moment.counted()) : counted;
                if (moment.counted() == counted) {
                    found.add(row.symbol(), moment, row.close());
                }
            } catch (NotADate e) {
                // A row that is rejected says nothing.
            }
        }
        if (found.areManyAtOnce()) {
            throw new UserError(file
                    + (header.symbol().isEmpty()
                            ? ": many rows of a symbol have the same time; if its time of day, or more of the symbol, is in a"
                                    + " column of its own, say which with --columns Time=COLUMN or --columns Symbol=COLUMN."
                            : ": many rows have the same time, and there is no column that says which symbol each"
                                    + " is of; expected one called Symbol or Ticker, or say which with --columns"
                                    + " Symbol=COLUMN."));
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
