package tickwing.common.bar;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tickwing.common.json.Meanings;
import tickwing.common.json.Members;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;

/**
 * The fields of one bar while its JSON object is read; then the bar that they make. Symbols and dates, which come
 * again and again, are made once. Reused from bar to bar.
 */
final class BarFields {
    /** A date as it stood there, and what it says; null when it is none. */
    private record Written(String text, BarDate date, BarTime day) {
        static Written of(String text) {
            try {
                BarDate date = BarDate.parse(text);
                return new Written(text, date, BarTime.of(date.local().toLocalDate()));
            } catch (DateTimeException e) {
                return new Written(text, null, null);
            }
        }
    }

    /** What a field is to a bar. */
    enum Name {
        DATE("Date", "Datetime"),
        OPEN("Open"),
        HIGH("High"),
        LOW("Low"),
        CLOSE("Close"),
        ADJ_CLOSE("Adj Close"),
        VOLUME("Volume"),
        SYMBOL("Label", "Symbol", "Stock"),
        INTERVAL("Interval"),
        QUOTED("Quoted"),
        SIMULATED("Simulated"),
        CURRENCY("Currency"),
        SOURCE("Source"),
        /** One that means something in records of other producers. */
        OTHER;

        private static final Map<String, Name> BY_TEXT = new HashMap<>();

        static {
            for (Name name : values()) {
                name.texts.forEach(text -> BY_TEXT.put(text, name));
            }
        }

        private final String text;
        private final List<String> texts;

        Name(String... texts) {
            this.texts = List.of(texts);
            text = texts.length == 0 ? name() : texts[0];
        }

        /** Null for a name that means nothing. */
        static Name of(String text) {
            Name own = own(text);
            return own == null && OtherName.of(text) != null ? OTHER : own;
        }

        /** What a name means in the suite's own records; null for others. */
        static Name own(String text) {
            return BY_TEXT.get(text);
        }

        /** As people know it. */
        String text() {
            return this == SYMBOL ? "Symbol" : text;
        }

        /** Why a record is skipped whose field of this name is missing, or none. */
        Reason reason() {
            return switch (this) {
                case DATE, QUOTED -> Reason.NO_DATE;
                case CLOSE -> Reason.NO_CLOSE;
                case OPEN, HIGH, LOW, ADJ_CLOSE -> Reason.WRONG_PRICE;
                case VOLUME -> Reason.WRONG_VOLUME;
                case SYMBOL -> Reason.NO_SYMBOL;
                case INTERVAL -> Reason.NO_INTERVAL;
                case SIMULATED, CURRENCY, SOURCE, OTHER -> Reason.OTHER;
            };
        }

        static Name of(BarFlaw.Field field) {
            return valueOf(field.name());
        }
    }

    private final Meanings<Written> dates = new Meanings<>(Written::of);
    private final Meanings<String> texts = new Meanings<>(Function.identity());
    private final Meanings<String> symbolsOfKeys = new Meanings<>(SymbolText::inKey);
    private final OtherFields others = new OtherFields();

    /** Whether there are members that {@link #readOthers} understands. */
    private boolean hasOthers;

    private Written date;
    private double open;
    private double high;
    private double low;
    private double close;
    private double adjClose;
    private double volume;
    /** Texts that should be numbers, by the names of their fields; null while there is none. */
    private Map<Name, String> unreadable;

    private String symbol;
    private String interval;
    private Written quoted;
    private boolean simulated;
    private String currency;
    private String source;
    /** The last one that was read: most records of a topic say the same. */
    private Origin origin = Origin.UNKNOWN;

    /**
     * Reads an object to its end.
     *
     * @param key of the record, which may say the symbol; null for none
     */
    Decoded<Bar> read(Members<Name> members, byte[] key) throws IOException {
        clear();
        while (members.next()) {
            put(members);
        }
        if (symbol == null || symbol.isBlank()) {
            symbol = key == null ? symbol : symbolsOfKeys.of(key, 0, key.length);
        }
        return bar();
    }

    /** Whether the object that was read last has to be read again, by {@link #readOthers}. */
    boolean hasOthers() {
        return hasOthers;
    }

    /** What names mean in objects of other producers. */
    Meanings<OtherName> namesOfOthers() {
        return others.names();
    }

    /** The same for an object whose members may have other names. */
    Decoded<Bar> readOthers(Members<OtherName> members, byte[] key) throws IOException {
        try {
            others.collect(members);
            return read(others, key);
        } catch (Flaw e) {
            return e.rejected();
        }
    }

    private void clear() {
        hasOthers = false;
        date = null;
        open = Double.NaN;
        high = Double.NaN;
        low = Double.NaN;
        close = Double.NaN;
        adjClose = Double.NaN;
        volume = Double.NaN;
        unreadable = null;
        symbol = null;
        interval = null;
        quoted = null;
        simulated = false;
        currency = null;
        source = null;
    }

    private void put(Members<Name> member) throws IOException {
        Name name = member.name();
        if (name == null) {
            return;
        }
        switch (name) {
            case DATE -> {
                Written before = date;
                date = member.text(dates);
                hasOthers |= before != null && !before.text.equals(date.text);
            }
            case OPEN -> open = number(name, member);
            case HIGH -> high = number(name, member);
            case LOW -> low = number(name, member);
            case CLOSE -> close = number(name, member);
            case ADJ_CLOSE -> adjClose = number(name, member);
            case VOLUME -> volume = number(name, member);
            case SYMBOL -> {
                String before = symbol;
                symbol = member.text(texts);
                hasOthers |= before != null && !before.equals(symbol);
            }
            case INTERVAL -> interval = member.text(texts);
            case QUOTED -> quoted = member.text(dates);
            case SIMULATED -> simulated = Boolean.parseBoolean(member.text());
            case CURRENCY -> currency = member.isNumber() ? null : member.text(texts);
            case SOURCE -> source = member.isNumber() ? null : member.text(texts);
            case OTHER -> hasOthers = true;
        }
    }

    /** The number, or NaN and a note when it is none; the last of several fields of a name counts. */
    private double number(Name name, Members<Name> member) throws IOException {
        double number = member.isNumber()
                ? member.number()
                : DecimalText.parse(member.text()).orElse(Double.NaN);
        if (!Double.isFinite(number)) {
            unreadable = unreadable == null ? new EnumMap<>(Name.class) : unreadable;
            unreadable.put(name, member.text());
            return Double.NaN;
        }
        if (unreadable != null) {
            unreadable.remove(name);
        }
        return number;
    }

    private Decoded<Bar> bar() {
        try {
            Optional<Interval> span = Interval.of(interval == null ? "1d" : interval);
            if (span.isEmpty()) {
                throw new Flaw(Reason.NO_INTERVAL, "Interval is unknown", interval);
            }
            check(BarFlaw.inSymbol(symbol));
            BarDate at = date(date, Name.DATE);
            double c = price(Name.CLOSE, close);
            double o = price(Name.OPEN, open);
            double h = price(Name.HIGH, high);
            double l = price(Name.LOW, low);
            double v = readable(Name.VOLUME, volume);
            check(BarFlaw.inPrices(o, h, l, c));
            check(BarFlaw.inRecordedVolume(v));
            return timed(span.get(), at, o, h, l, c, readable(Name.ADJ_CLOSE, adjClose), v);
        } catch (Flaw e) {
            return e.rejected();
        }
    }

    private Decoded<Bar> timed(
            Interval span, BarDate at, double o, double h, double l, double c, double adjusted, double v) throws Flaw {
        OffsetDateTime quotedAt = null;
        BarTime time;
        if (span.isDaily()) {
            time = date.day;
            quotedAt = at.isMidnight() ? null : at.instant();
        } else {
            time = BarTime.of(at.instant());
            quotedAt = quoted == null ? null : date(quoted, Name.QUOTED).instant();
        }
        return Decoded.ok(new Bar(symbol, span, time, o, h, l, c, adjusted, v, quotedAt, simulated, origin()));
    }

    private Origin origin() {
        if (currency == null && source == null) {
            return Origin.UNKNOWN;
        }
        Origin its = new Origin(currency, source);
        origin = its.equals(origin) ? origin : its;
        return origin;
    }

    private static BarDate date(Written written, Name name) throws Flaw {
        if (written == null) {
            throw new Flaw(name.reason(), name.text + " is missing", null);
        }
        if (written.date == null) {
            throw new Flaw(name.reason(), name.text + " is not a date", written.text);
        }
        return written.date;
    }

    private double price(Name name, double number) throws Flaw {
        if (Double.isNaN(readable(name, number))) {
            throw new Flaw(name.reason(), name.text + " is missing", null);
        }
        return number;
    }

    private void check(BarFlaw flaw) throws Flaw {
        if (flaw != null) {
            String value = flaw.fault() == BarFlaw.Fault.TOO_LARGE ? DecimalText.text(volume) : null;
            Name name = Name.of(flaw.field());
            Reason reason = flaw.fault() == BarFlaw.Fault.BELOW_LOW ? Reason.WRONG_PRICE : name.reason();
            throw new Flaw(reason, name.text() + words(flaw.fault()), value);
        }
    }

    private static String words(BarFlaw.Fault fault) {
        return switch (fault) {
            case MISSING -> " is missing";
            case TOO_LONG -> " is longer than " + Bar.MAX_SYMBOL + " characters";
            case NOT_FINITE -> " is not finite";
            case BELOW_LOW -> " is below Low";
            case NOT_POSITIVE -> " is not more than 0";
            case OUT_OF_RANGE -> " is not between Low and High";
            case NEGATIVE -> " is negative";
            case TOO_LARGE -> " is too large";
        };
    }

    /** The number as it is, NaN where there is none. */
    private double readable(Name name, double number) throws Flaw {
        if (unreadable != null && unreadable.containsKey(name)) {
            throw new Flaw(name.reason(), name.text + " is not a number", unreadable.get(name));
        }
        return number;
    }

    /** Why the fields make no bar; carries no stack, since bad records can be many. */
    static final class Flaw extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final String kind;

        /** @param value what stood there; null for nothing */
        Flaw(Reason reason, String kind, String value) {
            super(value == null ? kind : kind + ": \"" + value + '"', null, false, false);
            this.reason = reason;
            this.kind = kind;
        }

        Decoded<Bar> rejected() {
            return Decoded.rejected(reason, kind, getMessage());
        }
    }
}
