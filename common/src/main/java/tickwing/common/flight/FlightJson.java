package tickwing.common.flight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tickwing.common.json.Meanings;
import tickwing.common.json.Members;
import tickwing.common.json.NotJson;
import tickwing.common.json.ParsedMembers;
import tickwing.common.json.PlainMembers;
import tickwing.common.record.ByteSlice;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;

/**
 * Flights as JSON: every column of the row under its header's name, each value as the text that stood in the file; an
 * empty cell, {@code NA} or {@code \N} is null.
 *
 * <pre>{"YEAR":"2014","MONTH":"1","DAY":"1",...,"AIRLINE":"AA",...,"CANCELLATION_REASON":null}</pre>
 */
public final class FlightJson {
    /** Names are looked up by hash, never by identity: interning them would cost a lock at each new one. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
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

    /** Reads records' values, as long as there is something to be learnt of date and airline. Not safe for several threads. */
    public static final class Reader {
        private final FlightFields fields = new FlightFields();
        private final Meanings<FlightField> names = new Meanings<>(FlightField::of);
        private final Meanings<String> meanings = new Meanings<>(FlightFields::meaning);
        private final PlainMembers<FlightField> plain = new PlainMembers<>(names);

        /** The flight that a value holds. Never throws. */
        public Decoded<Flight> read(byte[] value) {
            try {
                plain.read(value);
                Decoded<Flight> flight = read(plain);
                return plain.isPlain() ? flight : parse(value);
            } catch (IOException e) {
                return NotJson.rejected(e);
            }
        }

        private Decoded<Flight> parse(byte[] value) throws IOException {
            try (JsonParser json = FACTORY.createParser(value)) {
                return json.nextToken() == JsonToken.START_OBJECT
                        ? read(new ParsedMembers<>(json, names))
                        : NotJson.noObject();
            }
        }

        private Decoded<Flight> read(Members<FlightField> members) throws IOException {
            fields.clear();
            while (!fields.isComplete() && members.next()) {
                FlightField field = members.name();
                if (field != null) {
                    fields.put(field, members.text(meanings));
                }
            }
            return fields.flight();
        }
    }
}
