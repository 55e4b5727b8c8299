package tickwing.common.flight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tickwing.common.ByteSlice;
import tickwing.common.Cells;
import tickwing.common.Decoded;
import tickwing.common.Meanings;
import tickwing.common.Words;
import tickwing.common.json.Members;
import tickwing.common.json.NotJson;
import tickwing.common.json.ParsedMembers;
import tickwing.common.json.PlainMembers;

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
     * Writes rows of one header. The names are turned into JSON once, and where a row has nothing in it to escape, as nearly
     * all rows have not, names and cells are copied as they stand, eight bytes at a time: 120 to 260 ns a row of 31 columns,
     * as well as Java's compiler hits it off, where single bytes take 310, and a generator that is told each name and each
     * cell 1,000. Not safe for use by several threads.
     */
    public static final class Writer {
        private static final byte[] NULL = {'n', 'u', 'l', 'l'};
        private static final long NULL_WORD = Words.get(Arrays.copyOf(NULL, Words.BYTES), 0);
        /** As a word's first two bytes. Of what says that there is no value, the only one that is plain and not empty. */
        private static final short NOT_AVAILABLE = 'A' << Byte.SIZE | 'N';

        private static final int[] ESCAPES = CharTypes.get7BitOutputEscapes();
        /** How many bytes stand for one at most: {@code \\u0000}. */
        private static final int LONGEST_ESCAPE = 6;
        /** What is copied by words is followed by so many bytes that may be read and overwritten. */
        private static final int SLACK = 4 * Words.BYTES;

        /**
         * What stands before each value if that is a text, its opening quote included, one behind the other; and then the row
         * that is being written. One array: what belongs to a second one would no longer fit into registers.
         */
        private byte[] parts;

        private final int rowStart;
        /** Where each column's head begins, and where the last one ends. */
        private final int[] heads;

        private byte[] json = {};

        public Writer(List<String> names) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            heads = new int[names.size() + 1];
            for (int i = 0; i < names.size(); i++) {
                String name = new String(JsonStringEncoder.getInstance().quoteAsString(names.get(i)));
                bytes.writeBytes(((i == 0 ? "{\"" : ",\"") + name + "\":\"").getBytes(StandardCharsets.UTF_8));
                heads[i + 1] = bytes.size();
            }
            bytes.writeBytes(new byte[SLACK]);
            parts = bytes.toByteArray();
            rowStart = parts.length;
        }

        /** A row with one cell for each column, as UTF-8 JSON; good until the next call. */
        public ByteSlice write(Cells cells) {
            int bytes = cells.bytes().length;
            int most = rowStart + (NULL.length + 1) * heads.length + LONGEST_ESCAPE * bytes + SLACK;
            if (json.length < most) {
                json = new byte[2 * most];
            }
            if (parts.length < rowStart + bytes + SLACK) {
                parts = Arrays.copyOf(parts, rowStart + 2 * (bytes + SLACK));
            }
            int end = cells.isPlain() ? writePlain(cells) : writeEscaped(cells);
            json[end++] = '}';
            return new ByteSlice(json, 0, end);
        }

        /** Returns where the last value ends. Locals, since fields are looked up again after each byte that is written. */
        private int writePlain(Cells cells) {
            byte[] from = parts;
            byte[] to = json;
            int[] names = heads;
            int row = rowStart;
            System.arraycopy(cells.bytes(), 0, from, row, cells.bytes().length);
            int start = row;
            int at = 0;
            for (int i = 0; i < names.length - 1; i++) {
                at = copyWords(from, names[i], names[i + 1], to, at);
                int end = row + cells.end(i);
                long first = Words.get(from, start);
                if (end == start || (short) first == NOT_AVAILABLE && end == start + 2) {
                    Words.set(to, at - 1, NULL_WORD);
                    at += NULL.length - 1;
                } else {
                    Words.set(to, at, first);
                    if (end - start > Words.BYTES) {
                        copyWords(from, start, end, to, at);
                    }
                    at += end - start;
                    to[at++] = '"';
                }
                start = end + 1;
            }
            return at;
        }

        /**
         * Copies two words or four, needed or not, since a processor that has to guess how often a loop turns is wrong too often;
         * both arrays have {@link #SLACK} bytes behind those that are meant. Returns where in the target the copy ends.
         */
        private static int copyWords(byte[] from, int start, int end, byte[] to, int at) {
            Words.set(to, at, Words.get(from, start));
            Words.set(to, at + 8, Words.get(from, start + 8));
            if (end - start > 16) {
                Words.set(to, at + 16, Words.get(from, start + 16));
                Words.set(to, at + 24, Words.get(from, start + 24));
                if (end - start > 32) {
                    System.arraycopy(from, start + 32, to, at + 32, end - start - 32);
                }
            }
            return at + end - start;
        }

        private int writeEscaped(Cells cells) {
            int at = 0;
            for (int i = 0; i < heads.length - 1; i++) {
                at = copy(parts, heads[i], heads[i + 1], at);
                if (cells.isMissing(i)) {
                    at = copy(NULL, 0, NULL.length, at - 1);
                } else {
                    at = copyEscaped(cells, i, at);
                    json[at++] = '"';
                }
            }
            return at;
        }

        /** A plain loop: cells are too short for it to pay to copy them in one go. */
        private int copyEscaped(Cells cells, int cell, int at) {
            byte[] from = cells.bytes();
            byte[] to = json;
            int next = at;
            for (int i = cells.start(cell); i < cells.end(cell); i++) {
                byte b = from[i];
                if (b >= 0 && ESCAPES[b] != 0) {
                    byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(cells.text(cell));
                    return copy(escaped, 0, escaped.length, at);
                }
                to[next++] = b;
            }
            return next;
        }

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
