package tickwing.common.bar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickwing.common.json.Meanings;
import tickwing.common.json.NotJson;
import tickwing.common.json.ParsedMembers;
import tickwing.common.json.PlainMembers;
import tickwing.common.json.Wrapped;
import tickwing.common.record.Decoded;

/**
 * Bars as JSON, by the names that yfinance users know:
 *
 * <pre>{"Date":"2013-01-02","Open":553.82,"High":555.0,"Low":541.63,"Close":549.03,"Adj Close":null,
 * "Volume":20018500,"Label":"AAPL","Interval":"1d"}</pre>
 *
 * <p>{@code Date} of a daily or longer bar is its date when it is finished, and the quote's instant with UTC offset while
 * it is forming; the local date as written names the bar. {@code Date} of a shorter bar is its start, and {@code Quoted}
 * holds the quote's instant while it is forming. {@code Volume} has decimals where the source's has, and is null where it
 * is unknown. {@code "Simulated":true} marks made-up prices. {@code "Currency":"USD"} and {@code "Source":"yahoo"} stand at
 * the end where they are known.
 *
 * <p>Reading also takes {@code 2023-04-30 02:03:53.318248} (UTC), midnight as a mere date, numbers as strings,
 * {@code Symbol} or {@code Stock} for {@code Label}, no {@code Interval} (then {@code 1d}), no {@code Volume}, and an array
 * of such records; and what other producers write: other names ({@link OtherName}), times as numbers
 * ({@link tickwing.common.json.EpochTime}), what is {@link Wrapped}, and the symbol in the record's key alone.
 */
public final class BarJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // No JSON, but what Python writes for a number that is missing.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private BarJson() {}

    /** The bar as UTF-8 JSON. */
    public static byte[] write(Bar bar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            boolean dated = bar.interval().isDaily() && bar.isForming();
            json.writeStringField(
                    "Date", dated ? INSTANT.format(bar.quotedAt()) : bar.time().toString());
            json.writeNumberField("Open", bar.open());
            json.writeNumberField("High", bar.high());
            json.writeNumberField("Low", bar.low());
            json.writeNumberField("Close", bar.close());
            json.writeFieldName("Adj Close");
            if (Double.isNaN(bar.adjClose())) {
                json.writeNull();
            } else {
                json.writeNumber(bar.adjClose());
            }
            json.writeFieldName("Volume");
            writeVolume(bar.volume(), json);
            json.writeStringField("Label", bar.symbol());
            json.writeStringField("Interval", bar.interval().code());
            if (!bar.interval().isDaily() && bar.isForming()) {
                json.writeStringField("Quoted", INSTANT.format(bar.quotedAt()));
            }
            if (bar.simulated()) {
                json.writeBooleanField("Simulated", true);
            }
            if (bar.origin().currency() != null) {
                json.writeStringField("Currency", bar.origin().currency());
            }
            if (bar.origin().source() != null) {
                json.writeStringField("Source", bar.origin().source());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A whole number as such: most are, and are read as such by others. */
    private static void writeVolume(double volume, JsonGenerator json) throws IOException {
        if (volume == (long) volume) {
            json.writeNumber((long) volume);
        } else if (Double.isNaN(volume)) {
            json.writeNull();
        } else {
            json.writeNumber(DecimalText.text(volume));
        }
    }

    /** Reads records. Not safe for several threads. */
    public static final class Reader {
        private final BarFields fields = new BarFields();
        private final Meanings<BarFields.Name> names = new Meanings<>(BarFields.Name::of);
        private final PlainMembers<BarFields.Name> plain = new PlainMembers<>(names);
        private final PlainMembers<OtherName> plainOthers = new PlainMembers<>(fields.namesOfOthers());

        /**
         * The bars that a record holds, usually one; what cannot be read is rejected, never thrown.
         *
         * @param key may say the symbol, where the value does not; null for none
         */
        public List<Decoded<Bar>> read(byte[] key, byte[] value) {
            return read(key, value, 0);
        }

        private List<Decoded<Bar>> read(byte[] key, byte[] value, int wrappings) {
            try {
                plain.read(value);
                Decoded<Bar> bar = fields.read(plain, key);
                if (!plain.isPlain()) {
                    return parse(key, value, wrappings);
                }
                if (fields.hasOthers()) {
                    plainOthers.read(value);
                    bar = fields.readOthers(plainOthers, key);
                }
                return List.of(bar);
            } catch (IOException e) {
                return List.of(NotJson.rejected(e));
            }
        }

        private List<Decoded<Bar>> parse(byte[] key, byte[] value, int wrappings) throws IOException {
            try (JsonParser json = FACTORY.createParser(value)) {
                JsonToken first = json.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    return readArray(json, key);
                }
                Decoded<Bar> bar = first == JsonToken.START_OBJECT ? readObject(json, key, value) : NotJson.noObject();
                return bar instanceof Decoded.Rejected ? unwrap(bar, key, value, wrappings) : List.of(bar);
            }
        }

        private Decoded<Bar> readObject(JsonParser json, byte[] key, byte[] value) throws IOException {
            Decoded<Bar> bar = fields.read(new ParsedMembers<>(json, names), key);
            boolean hasOthers = fields.hasOthers();
            if (json.nextToken() != null) {
                return NotJson.moreThanOne();
            }
            return hasOthers ? readOthers(key, value) : bar;
        }

        private Decoded<Bar> readOthers(byte[] key, byte[] value) throws IOException {
            try (JsonParser again = FACTORY.createParser(value)) {
                again.nextToken();
                return fields.readOthers(new ParsedMembers<>(again, fields.namesOfOthers()), key);
            }
        }

        private List<Decoded<Bar>> unwrap(Decoded<Bar> bar, byte[] key, byte[] value, int wrappings)
                throws IOException {
            Optional<byte[]> inner = wrappings < Wrapped.MOST ? Wrapped.inner(value) : Optional.empty();
            return inner.isPresent() ? read(key, inner.get(), wrappings + 1) : List.of(bar);
        }

        private List<Decoded<Bar>> readArray(JsonParser json, byte[] key) {
            List<Decoded<Bar>> bars = new ArrayList<>();
            try {
                for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                    if (token == JsonToken.START_OBJECT) {
                        bars.add(fields.readOthers(new ParsedMembers<>(json, fields.namesOfOthers()), key));
                    } else {
                        json.skipChildren();
                        bars.add(NotJson.noObject());
                    }
                }
            } catch (IOException e) {
                bars.add(NotJson.rejected(e));
            }
            return bars;
        }
    }
}
