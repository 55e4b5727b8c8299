package tickwing.common.flight;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tickwing.common.Decoded;

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
    /** Rows are values of their own, with nothing between them. */
    private static final JsonFactory ROWS =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private FlightJson() {}

    /** Whether a cell says that there is no value. */
    public static boolean isMissing(String cell) {
        return cell == null || cell.isEmpty() || cell.equals("NA") || cell.equals("\\N");
    }

    /**
     * Writes rows of one header. Keeps its generator from row to row: a new one for each would cost as much as the row.
     * Not safe for use by several threads.
     */
    public static final class Writer {
        private final SerializableString[] names;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        private final JsonGenerator json;

        public Writer(List<String> names) {
            this.names = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
            try {
                json = ROWS.createGenerator(bytes, JsonEncoding.UTF8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A row with one cell for each column, as UTF-8 JSON. */
        public byte[] write(String[] cells) {
            bytes.reset();
            try {
                json.writeStartObject();
                for (int i = 0; i < names.length; i++) {
                    json.writeFieldName(names[i]);
                    if (isMissing(cells[i])) {
                        json.writeNull();
                    } else {
                        json.writeString(cells[i]);
                    }
                }
                json.writeEndObject();
                json.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** The flight of a record's value; reads no further than date and airline. Never throws. */
    public static Decoded<Flight> read(byte[] value) {
        FlightFields fields = new FlightFields();
        try (JsonParser json = FACTORY.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Decoded.rejected("not a JSON object", "the value is not a JSON object");
            }
            while (!fields.isComplete() && json.nextToken() == JsonToken.FIELD_NAME) {
                FlightField field = FlightField.of(json.currentName());
                JsonToken token = json.nextToken();
                if (token.isStructStart()) {
                    json.skipChildren();
                } else if (field != null && token != JsonToken.VALUE_NULL) {
                    fields.put(field, json.getText());
                }
            }
            return fields.flight();
        } catch (IOException e) {
            return Decoded.rejected(
                    "not JSON",
                    "not JSON: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable"));
        }
    }
}
