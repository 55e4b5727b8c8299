package tickwing.common.flight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tickwing.common.json.Meanings;
import tickwing.common.json.Members;
import tickwing.common.json.NotJson;
import tickwing.common.json.ParsedMembers;
import tickwing.common.json.PlainMembers;
import tickwing.common.json.Wrapped;
import tickwing.common.record.ByteSlice;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;

/**
 * Flights as JSON: every column of the row under its header's name, each value as the text that stood in the file; an
 * empty cell, {@code NA} or {@code \N} is null.
 *
 * <pre>{"YEAR":"2014","MONTH":"1","DAY":"1",...,"AIRLINE":"AA",...,"CANCELLATION_REASON":null}</pre>
 *
 * <p>Reading also takes what other producers write: names in any case, numbers, times since 1970, arrays, what is
 * {@link Wrapped}, and the airline in the record's key alone.
 */
public final class FlightJson {
    /** Names are looked up by hash, never by identity: interning them would cost a lock at each new one. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // No JSON, but what Python writes for a number that is missing.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private FlightJson() {}

    /**
     * Writes rows of one header. The names are turned into JSON once, and of a row that has nothing in it to escape, as nearly
     * all rows have not, the cells are copied as they stand: no generator, and no String of any cell. Not safe for use by
     * several threads.
     */
    public static final class Writer {
        private static final byte[] NULL = {'n', 'u', 'l', 'l'};
        private static final int[] ESCAPES = CharTypes.get7BitOutputEscapes();
        /** How many bytes stand for one at most: {@code \\u0000}. */
        private static final int LONGEST_ESCAPE = 6;

        /** What stands before each value if that is a text, its opening quote included. */
        private final byte[][] heads;

        private final int headBytes;
        private byte[] json = {};

        public Writer(List<String> names) {
            heads = new byte[names.size()][];
            int bytes = 0;
            for (int i = 0; i < heads.length; i++) {
                String name = new String(JsonStringEncoder.getInstance().quoteAsString(names.get(i)));
                heads[i] = ((i == 0 ? "{\"" : ",\"") + name + "\":\"").getBytes(StandardCharsets.UTF_8);
                bytes += heads[i].length;
            }
            headBytes = bytes;
        }

        /** A row with one cell for each column, as UTF-8 JSON; good until the next call. */
        public ByteSlice write(Cells cells) {
            int most = headBytes + (NULL.length + 1) * heads.length + LONGEST_ESCAPE * cells.bytes().length + 1;
            if (json.length < most) {
                json = new byte[2 * most];
            }
            int at = 0;
            for (int i = 0; i < heads.length; i++) {
                at = copy(heads[i], 0, heads[i].length, at);
                if (cells.isMissing(i)) {
                    // In the place of the opening quote.
                    at = copy(NULL, 0, NULL.length, at - 1);
                } else {
                    at = cells.isPlain()
                            ? copy(cells.bytes(), cells.start(i), cells.end(i), at)
                            : copyEscaped(cells, i, at);
                    json[at++] = '"';
                }
            }
            json[at++] = '}';
            return new ByteSlice(json, 0, at);
        }

        private int copyEscaped(Cells cells, int cell, int at) {
            byte[] from = cells.bytes();
            for (int i = cells.start(cell); i < cells.end(cell); i++) {
                if (from[i] >= 0 && ESCAPES[from[i]] != 0) {
                    byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(cells.text(cell));
                    return copy(escaped, 0, escaped.length, at);
                }
            }
            return copy(from, cells.start(cell), cells.end(cell), at);
        }

        /** Returns where in the JSON the copy ends. */
        private int copy(byte[] from, int start, int end, int at) {
            System.arraycopy(from, start, json, at, end - start);
            return at + end - start;
        }
    }

    /** Reads records, as long as there is something to be learnt of date and airline. Not safe for several threads. */
    public static final class Reader {
        /** Only such a key is an airline's: of three letters it may be an airport's. */
        private static final Pattern CODE = Pattern.compile("(?=.?[A-Z])[A-Z0-9]{2}( \\(\\d\\))?");

        private final FlightFields fields = new FlightFields();
        private final Meanings<FlightField> names = new Meanings<>(FlightField::of);
        private final Meanings<String> meanings = new Meanings<>(FlightFields::meaning);
        private final Meanings<String> airlinesOfKeys = new Meanings<>(Reader::airline);
        private final PlainMembers<FlightField> plain = new PlainMembers<>(names);

        private static String airline(String key) {
            String text = new String(Wrapped.innermost(key.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            return CODE.matcher(text).matches() ? text : null;
        }

        /**
         * The flights that a record holds, usually one; what cannot be read is rejected, never thrown.
         *
         * @param key may say the airline, where the value does not; null for none
         */
        public List<Decoded<Flight>> read(byte[] key, byte[] value) {
            return read(key, value, 0);
        }

        private List<Decoded<Flight>> read(byte[] key, byte[] value, int wrappings) {
            try {
                plain.read(value);
                Decoded<Flight> flight = read(plain, key);
                return plain.isPlain() ? List.of(flight) : parse(key, value, wrappings);
            } catch (IOException e) {
                return List.of(NotJson.rejected(e));
            }
        }

        private List<Decoded<Flight>> parse(byte[] key, byte[] value, int wrappings) throws IOException {
            try (JsonParser json = FACTORY.createParser(value)) {
                JsonToken first = json.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    return readArray(json, key);
                }
                Decoded<Flight> flight = first == JsonToken.START_OBJECT
                        ? read(new ParsedMembers<>(json, names), key)
                        : NotJson.noObject();
                if (flight instanceof Decoded.Rejected && wrappings < Wrapped.MOST) {
                    Optional<byte[]> inner = Wrapped.inner(value);
                    if (inner.isPresent()) {
                        return read(key, inner.get(), wrappings + 1);
                    }
                }
                return List.of(flight);
            }
        }

        private List<Decoded<Flight>> readArray(JsonParser json, byte[] key) {
            List<Decoded<Flight>> flights = new ArrayList<>();
            try {
                for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                    if (token == JsonToken.START_OBJECT) {
                        ParsedMembers<FlightField> members = new ParsedMembers<>(json, names);
                        flights.add(read(members, key));
                        while (json.currentToken() != JsonToken.END_OBJECT) {
                            // What is of no interest: the next object begins behind it.
                            members.next();
                        }
                    } else {
                        json.skipChildren();
                        flights.add(NotJson.noObject());
                    }
                }
            } catch (IOException e) {
                flights.add(NotJson.rejected(e));
            }
            return flights.isEmpty() ? List.of(NotJson.noObject()) : flights;
        }

        private Decoded<Flight> read(Members<FlightField> members, byte[] key) throws IOException {
            fields.clear();
            while (!fields.isComplete() && members.next()) {
                FlightField field = members.name();
                if (field != null) {
                    fields.put(field, members.text(meanings));
                }
            }
            String airline = fields.airline();
            return fields.flight(airline != null || key == null ? airline : airlinesOfKeys.of(key, 0, key.length));
        }
    }
}
