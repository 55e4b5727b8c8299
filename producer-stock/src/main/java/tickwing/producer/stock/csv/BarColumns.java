package tickwing.producer.stock.csv;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.Moment;
import tickwing.replay.date.MomentText;
import tickwing.replay.date.NotADate;

/** Makes a bar of each row, in the way that was settled for the file. Not safe for several threads. */
final class BarColumns {
    /**
     * How rows are read.
     *
     * @param interval what each sums up
     * @param zone of times without an offset; where days are dated that are written as times in UTC
     * @param zoneSaid whether the user has said it
     * @param order of day and month, where that is needed; else null
     * @param prices with which decimal sign
     */
    record Settings(Interval interval, ZoneId zone, boolean zoneSaid, DateOrder order, Prices prices) {}

    /** A row that contradicts what was settled for all rows of its file; the message says how, without a full stop. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        Contradiction(String message) {
            super(message, null, false, false);
        }
    }

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    /** When days that begin later in UTC are those of the next date: so early they begin east of it. */
    private static final LocalTime NEXT_DAY = LocalTime.of(15, 0);

    private final BarHeader header;
    private final Settings settings;
    private final int date;
    private final int time;
    private final int symbol;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int adjusted;
    private final int volume;
    /** When the days of the file start, as its first row has it; null while none has a time of day. */
    private LocalTime dayStart;

    /** Whether dates are counts since 1970, as the first row has it. */
    private Boolean counted;

    private final Repeats repeats = new Repeats();

    BarColumns(BarHeader header, Settings settings) {
        this.header = header;
        this.settings = settings;
        date = header.column(BarField.DATE);
        time = header.column(BarField.TIME);
        symbol = header.column(BarField.SYMBOL);
        open = header.column(BarField.OPEN);
        high = header.column(BarField.HIGH);
        low = header.column(BarField.LOW);
        close = header.column(BarField.CLOSE);
        adjusted = header.column(BarField.ADJ_CLOSE);
        volume = header.column(BarField.VOLUME);
    }

    /**
     * The row's bar; it counts as finished.
     *
     * @throws Contradiction when it cannot be read in the way of the other rows, but in another one
     */
    Decoded<Bar> bar(Cells cells) throws Contradiction {
        try {
            String name = symbol < 0 ? header.symbol() : cells.text(symbol).strip();
            Moment moment = moment(cells);
            Prices prices = settings.prices();
            double o = prices.parse("open", cells.text(open));
            double h = prices.parse("high", cells.text(high));
            double l = prices.parse("low", cells.text(low));
            double c = prices.parse("close", cells.text(close));
            double a = adjusted < 0 ? Double.NaN : prices.orUnknown(cells.text(adjusted));
            double v = volume < 0 ? Double.NaN : prices.volume(cells.text(volume));
            if (BarFlaw.inPrices(o, h, l, c) != null) {
                return Decoded.rejected(
                        "high is below low", "high " + cells.text(high) + " is below low " + cells.text(low));
            }
            BarFlaw flaw = BarFlaw.inSymbol(name);
            if (flaw != null) {
                return flaw.fault() == BarFlaw.Fault.MISSING
                        ? Decoded.rejected("no symbol", "there is no symbol")
                        : longSymbol(name);
            }
            if (isOtherwiseCounted(moment)) {
                return Decoded.rejected(
                        "not a date",
                        "date \"" + dateText(cells) + "\" is " + (moment.counted() ? "a" : "no")
                                + " count since 1970, unlike those before it");
            }
            BarTime start = start(moment, cells);
            if (start == null) {
                return Decoded.rejected(
                        "no time of day",
                        "date \"" + dateText(cells) + "\" has no time of day, which bars of " + settings.interval()
                                + " need");
            }
            if (symbol < 0) {
                refuseSeveral(start, c, cells);
            }
            return Decoded.ok(Bar.finished(name, settings.interval(), start, o, h, l, c, a, v));
        } catch (NotADate e) {
            return notADate(cells, e.fault());
        } catch (Prices.NotANumber e) {
            return Decoded.rejected(e.kind(), e.getMessage());
        }
    }

    private Moment moment(Cells cells) throws NotADate {
        String text = cells.text(date);
        return time < 0
                ? MomentText.parse(text, settings.order())
                : MomentText.parse(text, cells.text(time), settings.order());
    }

    /** Whether it is a count where the others are dates: a date of eight digits that has one more, for example. */
    private boolean isOtherwiseCounted(Moment moment) {
        counted = counted == null ? Boolean.valueOf(moment.counted()) : counted;
        return moment.counted() != counted;
    }

    private void refuseSeveral(BarTime start, double price, Cells cells) throws Contradiction {
        long at = start.start() == null
                ? start.date().toEpochDay()
                : start.start().toEpochSecond();
        if (repeats.areSeveral(at, price)) {
            throw new Contradiction("date \"" + dateText(cells)
                    + "\" and those before it have stood in the file already, with other prices; if it holds several symbols,"
                    + " say which column has them with --columns Symbol=COLUMN");
        }
    }

    /** Null where there is no time of day and bars of the interval need one. */
    private BarTime start(Moment moment, Cells cells) throws Contradiction {
        if (!settings.interval().isDaily()) {
            return moment.time() == null ? null : BarTime.of(moment.in(settings.zone()));
        }
        if (moment.time() != null) {
            LocalTime timeOfDay = moment.time();
            dayStart = dayStart == null ? timeOfDay : dayStart;
            long apart = Math.abs(timeOfDay.toNanoOfDay() - dayStart.toNanoOfDay());
            // Where clocks are changed, days that are counted in UTC start an hour earlier or later.
            if (apart != 0 && apart != HOUR_NANOS && apart != 23 * HOUR_NANOS) {
                throw new Contradiction(
                        "date \"" + dateText(cells) + "\" has another time of day than the rows before it,"
                                + " which were read as bars of " + settings.interval()
                                + "; say how long the bars are with --interval");
            }
        }
        return BarTime.of(day(moment, cells));
    }

    /** The day where the user has said, if it is written as a time in UTC; else as it is written. */
    private LocalDate day(Moment moment, Cells cells) throws Contradiction {
        if (moment.time() == null || !ZoneOffset.UTC.equals(moment.offset())) {
            return moment.date();
        }
        if (!settings.zoneSaid() && !moment.time().isBefore(NEXT_DAY)) {
            throw new Contradiction("date \"" + dateText(cells) + "\" is a day that starts at " + moment.time()
                    + " UTC, which is the next date east of it; say where it is dated with --zone, e.g. --zone Asia/Tokyo,"
                    + " or --zone UTC");
        }
        return moment.date()
                .atTime(moment.time())
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(settings.zone())
                .toLocalDate();
    }

    private Decoded<Bar> notADate(Cells cells, NotADate.Fault fault) throws Contradiction {
        String text = "date \"" + dateText(cells) + "\"";
        return switch (fault) {
            case OTHER_ORDER ->
                throw new Contradiction(text + " is none with the "
                        + settings.order().words().replace(" first", "")
                        + " first, as those before it were read; say which comes first with --date-order");
            case BOTH_WAYS ->
                throw new Contradiction(text
                        + " can be read both ways, and no row says whether the day or the month comes first; say it with"
                        + " --date-order");
            case UNKNOWN_ZONE ->
                Decoded.rejected(
                        "not a date",
                        text
                                + " names a zone by letters that several go by; expected an offset such as -05:00, or UTC");
            case NONE -> Decoded.rejected("not a date", text + " is not a date; expected e.g. 2013-01-02");
        };
    }

    /** Date and time as they stand there. */
    String dateText(Cells cells) {
        return time < 0 ? cells.text(date) : cells.text(date) + " " + cells.text(time);
    }

    private static Decoded<Bar> longSymbol(String name) {
        return Decoded.rejected(
                "symbol is too long",
                "symbol \"" + name.substring(0, Bar.MAX_SYMBOL) + "...\" has " + name.length() + " characters; at most "
                        + Bar.MAX_SYMBOL + " are a symbol");
    }

    /** What the file looks like, in a few words. */
    String layout() {
        String symbols = symbol < 0 ? "symbol " + header.symbol() : "symbols in a column";
        boolean value = open == close && open >= 0;
        return header.layout() + ": bars of " + settings.interval() + ", " + symbols
                + (value ? "; open, high and low are the value" : "");
    }

    Interval interval() {
        return settings.interval();
    }

    /** Whether the zone has a say: bars that go by their date alone do not ask it. */
    boolean isZoned() {
        return !settings.interval().isDaily() && !settings.zone().normalized().equals(ZoneOffset.UTC);
    }

    /** The symbol of all rows; empty where each has its own. */
    String symbol() {
        return symbol < 0 ? header.symbol() : "";
    }

    static List<BarField> prices() {
        return List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE);
    }
}
