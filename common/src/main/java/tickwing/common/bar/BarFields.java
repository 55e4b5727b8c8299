package tickwing.common.bar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tickwing.common.Decoded;
import tickwing.common.Meanings;

/**
 * The fields of one bar while its JSON object is read; then the bar that they make. Numbers come straight from the parser,
 * not by way of their text; symbols and dates, which come again and again, are made once. Reused from bar to bar.
 */
final class BarFields {
    /** A date as it stood there, and what it says; null when it is none. */
    private record Written(String text, BarDate date) {
        static Written of(String text) {
            try {
                return new Written(text, BarDate.parse(text));
            } catch (DateTimeException e) {
                return new Written(text, null);
            }
        }
    }

    private final Meanings<Written> dates = new Meanings<>(Written::of);
    private final Meanings<String> texts = new Meanings<>(Function.identity());

    private Written date;
    private double open;
    private double high;
    private double low;
    private double close;
    private double adjClose;
    private double volume;
    /** Texts that should be numbers, by the names of their fields; null while there is none. */
    private Map<String, String> unreadable;

    private String symbol;
    private String interval;
    private Written quoted;
    private boolean simulated;

    /** Reads the object that the parser has just entered, to its end. */
    Decoded<Bar> read(JsonParser json) throws IOException {
        clear();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                put(name, value, json);
            }
        }
        return bar();
    }

    private void clear() {
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
    }

    private void put(String name, JsonToken value, JsonParser json) throws IOException {
        switch (name) {
            case "Date", "Datetime" -> date = known(dates, json);
            case "Open" -> open = number(name, value, json);
            case "High" -> high = number(name, value, json);
            case "Low" -> low = number(name, value, json);
            case "Close" -> close = number(name, value, json);
            case "Adj Close" -> adjClose = number(name, value, json);
            case "Volume" -> volume = number(name, value, json);
            case "Label", "Symbol", "Stock" -> symbol = known(texts, json);
            case "Interval" -> interval = known(texts, json);
            case "Quoted" -> quoted = known(dates, json);
            case "Simulated" -> simulated = Boolean.parseBoolean(json.getText());
            default -> {
                // Other fields are other people's business.
            }
        }
    }

    private static <T> T known(Meanings<T> meanings, JsonParser json) throws IOException {
        return meanings.of(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    /** The number, or NaN and a note when it is none; the last of several fields of a name counts. */
    private double number(String name, JsonToken value, JsonParser json) throws IOException {
        double number = value == JsonToken.VALUE_NUMBER_FLOAT
                ? Decimal.parseShort(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : Double.NaN;
        if (Double.isNaN(number)) {
            number = value.isNumeric()
                    ? json.getDoubleValue()
                    : Decimal.parse(json.getText()).orElse(Double.NaN);
        }
        if (!Double.isFinite(number)) {
            unreadable = unreadable == null ? new HashMap<>() : unreadable;
            unreadable.put(name, json.getText());
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
                throw new Flaw("Interval is unknown", interval);
            }
            double o = price("Open", open);
            double h = price("High", high);
            double l = price("Low", low);
            double c = price("Close", close);
            long v = volume();
            String flaw = Bar.flaw(symbol, o, h, l, c, v);
            if (flaw != null) {
                throw new Flaw(flaw, null);
            }
            return timed(span.get(), o, h, l, c, readable("Adj Close", adjClose), v);
        } catch (Flaw e) {
            return Decoded.rejected(e.kind, e.getMessage());
        }
    }

    private Decoded<Bar> timed(Interval span, double o, double h, double l, double c, double adjusted, long v)
            throws Flaw {
        BarDate at = date(date, "Date");
        OffsetDateTime quotedAt = null;
        BarTime time;
        if (span.isDaily()) {
            time = BarTime.of(at.local().toLocalDate());
            quotedAt = at.isMidnight() ? null : at.instant();
        } else {
            time = BarTime.of(at.instant());
            quotedAt = quoted == null ? null : date(quoted, "Quoted").instant();
        }
        return Decoded.ok(new Bar(symbol, span, time, o, h, l, c, adjusted, v, quotedAt, simulated));
    }

    private static BarDate date(Written written, String name) throws Flaw {
        if (written == null) {
            throw new Flaw(name + " is missing", null);
        }
        if (written.date == null) {
            throw new Flaw(name + " is not a date", written.text);
        }
        return written.date;
    }

    private double price(String name, double number) throws Flaw {
        if (Double.isNaN(readable(name, number))) {
            throw new Flaw(name + " is missing", null);
        }
        return number;
    }

    private long volume() throws Flaw {
        double number = Double.isNaN(readable("Volume", volume)) ? 0 : volume;
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new Flaw("Volume is not a whole number", Decimal.text(number));
        }
        return (long) number;
    }

    /** The number as it is, NaN where there is none. */
    private double readable(String name, double number) throws Flaw {
        if (unreadable != null && unreadable.containsKey(name)) {
            throw new Flaw(name + " is not a number", unreadable.get(name));
        }
        return number;
    }

    /** Why the fields make no bar; carries no stack, since bad records can be many. */
    private static final class Flaw extends Exception {
        private static final long serialVersionUID = 1L;
        private final String kind;

        Flaw(String kind, String value) {
            super(value == null ? kind : kind + ": \"" + value + '"', null, false, false);
            this.kind = kind;
        }
    }
}
