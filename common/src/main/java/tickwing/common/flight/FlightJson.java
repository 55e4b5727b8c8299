package tickwing.common.flight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tickwing.common.Cells;
import tickwing.common.Decoded;
import tickwing.common.Meanings;
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
     * all rows have not, names and cells are copied as they stand, eight bytes at a time: 250 ns a row of 31 columns, where
     * single bytes take 310, and a generator that is told each name and each cell 1,000. Not safe for use by several
     * threads.
     */
    public static final class Writer {
        private static final byte[] NULL = {'n', 'u', 'l', 'l'};
        private static final int[] ESCAPES = CharTypes.get7BitOutputEscapes();
        /** How many bytes stand for one at most: {@code \\u0000}. */
        private static final int LONGEST_ESCAPE = 6;

        private static final VarHandle WORD =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
        /** What is copied by words is followed by so many bytes that may be read and overwritten. */
        private static final int SLACK = 2 * Long.BYTES;

        private static final long ONES = 0x0101010101010101L;
        private static final long HIGH_BITS = 0x80 * ONES;

        /** What stands before each value, and zeros behind it, so that whole words can be copied. */
        private final byte[][] heads;

        private final int[] headLengths;
        private final int headBytes;
        private byte[] buffer = {};

        public Writer(List<String> names) {
            heads = new byte[names.size()][];
            headLengths = new int[heads.length];
            int bytes = 0;
            for (int i = 0; i < heads.length; i++) {
                String name = new String(JsonStringEncoder.getInstance().quoteAsString(names.get(i)));
                byte[] head = ((i == 0 ? "{\"" : ",\"") + name + "\":").getBytes(StandardCharsets.UTF_8);
                heads[i] = Arrays.copyOf(head, head.length + SLACK);
                headLengths[i] = head.length;
                bytes += head.length;
            }
            headBytes = bytes;
        }

        /** A row with one cell for each column, as UTF-8 JSON. */
        public byte[] write(Cells cells) {
            byte[] row = cells.bytes();
            int most = headBytes + (NULL.length + 2) * heads.length + LONGEST_ESCAPE * row.length + 1 + SLACK;
            if (buffer.length < most) {
                buffer = new byte[2 * most];
            }
            byte[] to = buffer;
            boolean plain = isPlain(row);
            int at = 0;
            for (int i = 0; i < heads.length; i++) {
                at = copyWords(heads[i], 0, headLengths[i], to, at);
                if (cells.isMissing(i)) {
                    at = copy(NULL, to, at);
                } else {
                    to[at++] = '"';
                    int start = cells.start(i);
                    int end = cells.end(i);
                    at = plain && end + SLACK <= row.length
                            ? copyWords(row, start, end - start, to, at)
                            : copyEscaped(cells, i, to, at);
                    to[at++] = '"';
                }
            }
            to[at++] = '}';
            return Arrays.copyOf(to, at);
        }

        private static int copy(byte[] from, byte[] to, int at) {
            System.arraycopy(from, 0, to, at, from.length);
            return at + from.length;
        }

        /** A plain loop: cells are too short for it to pay to copy them in one go. */
        private static int copyEscaped(Cells cells, int cell, byte[] to, int at) {
            byte[] row = cells.bytes();
            int next = at;
            for (int i = cells.start(cell); i < cells.end(cell); i++) {
                byte b = row[i];
                if (b >= 0 && ESCAPES[b] != 0) {
                    return copy(JsonStringEncoder.getInstance().quoteAsUTF8(cells.text(cell)), to, at);
                }
                to[next++] = b;
            }
            return next;
        }

        /**
         * Copies two words, whatever the length, since most are no longer, and a loop that has to be entered costs what
         * words save; then as many more as it takes. Both arrays have {@link #SLACK} bytes behind those that are meant.
         */
        private static int copyWords(byte[] from, int start, int length, byte[] to, int at) {
            WORD.set(to, at, (long) WORD.get(from, start));
            WORD.set(to, at + Long.BYTES, (long) WORD.get(from, start + Long.BYTES));
            for (int i = SLACK; i < length; i += Long.BYTES) {
                WORD.set(to, at + i, (long) WORD.get(from, start + i));
            }
            return at + length;
        }

        /** Whether JSON has nothing in the row to escape: neither quotes, nor backslashes, nor control characters. */
        private static boolean isPlain(byte[] row) {
            long found = 0;
            int i = 0;
            for (; i + Long.BYTES <= row.length; i += Long.BYTES) {
                long word = (long) WORD.get(row, i);
                found |= zeros(word ^ '"' * ONES) | zeros(word ^ '\\' * ONES) | (word - ' ' * ONES) & ~word;
            }
            if ((found & HIGH_BITS) != 0) {
                return false;
            }
            for (; i < row.length; i++) {
                if (row[i] >= 0 && ESCAPES[row[i]] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** A high bit is set if there is a zero among the word's bytes; what else is set says nothing. */
        private static long zeros(long word) {
            return (word - ONES) & ~word;
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
