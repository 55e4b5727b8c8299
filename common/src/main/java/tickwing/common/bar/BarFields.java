package tickwing.common.bar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import tickwing.common.Decoded;

/** The fields of one bar while its JSON object is read, as text; then the bar that they make. */
final class BarFields {
    private String date;
    private String open;
    private String high;
    private String low;
    private String close;
    private String adjClose;
    private String volume;
    private String symbol;
    private String interval;
    private String quoted;
    private boolean simulated;

    /** Reads the object that the parser has just entered, to its end. */
    static Decoded<Bar> read(JsonParser json) throws IOException {
        BarFields fields = new BarFields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, json.getText());
            }
        }
        return fields.bar();
    }

    private void put(String name, String text) {
        switch (name) {
            case "Date", "Datetime" -> date = text;
            case "Open" -> open = text;
            case "High" -> high = text;
            case "Low" -> low = text;
            case "Close" -> close = text;
            case "Adj Close" -> adjClose = text;
            case "Volume" -> volume = text;
            case "Label", "Symbol", "Stock" -> symbol = text;
            case "Interval" -> interval = text;
            case "Quoted" -> quoted = text;
            case "Simulated" -> simulated = Boolean.parseBoolean(text);
            default -> {
                // Other fields are other people's business.
            }
        }
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
            double adjusted = adjClose == null ? Double.NaN : number("Adj Close", adjClose);
            return timed(span.get(), o, h, l, c, adjusted, v);
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

    private static BarDate date(String text, String name) throws Flaw {
        if (text == null) {
            throw new Flaw(name + " is missing", null);
        }
        try {
            return BarDate.parse(text);
        } catch (DateTimeException e) {
            throw new Flaw(name + " is not a date", text);
        }
    }

    private static double price(String name, String text) throws Flaw {
        if (text == null) {
            throw new Flaw(name + " is missing", null);
        }
        return number(name, text);
    }

    private long volume() throws Flaw {
        double number = volume == null ? 0 : number("Volume", volume);
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new Flaw("Volume is not a whole number", volume);
        }
        return (long) number;
    }

    private static double number(String name, String text) throws Flaw {
        OptionalDouble number = Decimal.parse(text);
        if (number.isEmpty()) {
            throw new Flaw(name + " is not a number", text);
        }
        return number.getAsDouble();
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
