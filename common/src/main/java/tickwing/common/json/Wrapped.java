package tickwing.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What serializers put around a value: a JSON text that holds JSON, as those do that are handed what is JSON already, or
 * Kafka Connect's envelope, {@code {"schema":…,"payload":…}}.
 */
public final class Wrapped {
    /** How many wrappings are taken off, one inside the other: an envelope, and a text in it or around it. */
    public static final int MOST = 3;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private Wrapped() {}

    /**
     * What is inside; empty when there is nothing around it.
     *
     * @throws IOException when it is not JSON
     */
    public static Optional<byte[]> inner(byte[] value) throws IOException {
        try (JsonParser json = FACTORY.createParser(value)) {
            JsonToken first = json.nextToken();
            Optional<byte[]> inner = first == JsonToken.START_OBJECT
                    ? payload(json)
                    : first == JsonToken.VALUE_STRING ? Optional.of(utf8(json.getText())) : Optional.empty();
            return inner.isPresent() && json.nextToken() != null ? Optional.empty() : inner;
        }
    }

    /** What is inside of all that is around a record's key, which mostly is nothing, and no JSON either. */
    public static byte[] innermost(byte[] key) {
        byte[] inside = key;
        try {
            for (int i = 0; i < MOST; i++) {
                Optional<byte[]> inner = inner(inside);
                if (inner.isEmpty()) {
                    break;
                }
                inside = inner.get();
            }
        } catch (IOException e) {
            // Text, then.
        }
        return inside;
    }

    private static Optional<byte[]> payload(JsonParser json) throws IOException {
        boolean schema = false;
        byte[] payload = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("payload")) {
                payload = value == JsonToken.VALUE_STRING ? utf8(json.getText()) : copy(json);
            } else if (name.equals("schema")) {
                schema = true;
                json.skipChildren();
            } else {
                return Optional.empty();
            }
        }
        return schema ? Optional.ofNullable(payload) : Optional.empty();
    }

    private static byte[] copy(JsonParser json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator copy = FACTORY.createGenerator(bytes)) {
            copy.copyCurrentStructure(json);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
