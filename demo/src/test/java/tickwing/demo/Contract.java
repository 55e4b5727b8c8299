package tickwing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@code docs/contracts} promises of the records of a topic, to be held against those that the programs have written. */
enum Contract {
    STOCKS("stocks"),
    FLIGHTS("flights"),
    DEAD_LETTERS("dead-letter-headers");

    static final Path FOLDER = Path.of("..", "docs", "contracts");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;

    Contract(String name) {
        this.name = name;
    }

    /** Every record, of which there is one at least, is as the contract says. */
    void isKeptBy(List<ConsumerRecord<byte[], byte[]>> records) {
        assertFalse(records.isEmpty(), "no records");
        JsonSchema schema = schema();
        List<String> breaches = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            breaches(schema, instance(record))
                    .forEach(breach -> breaches.add(record.topic() + "@" + record.offset() + " " + breach));
        }
        assertEquals(List.of(), breaches.stream().limit(10).toList());
    }

    JsonNode json() {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json());
    }

    /** What is wrong with a value, or with the headers of a dead letter; empty where nothing is. */
    List<String> breaches(JsonNode instance) {
        return breaches(schema(), instance);
    }

    private List<String> breaches(JsonSchema schema, JsonNode instance) {
        List<String> breaches = new ArrayList<>(schema.validate(instance).stream()
                .map(ValidationMessage::toString)
                .toList());
        if (this != FLIGHTS) {
            // Others may write more; the suite writes nothing that is not said.
            instance.fieldNames().forEachRemaining(member -> {
                if (!schema.getSchemaNode().get("properties").has(member)) {
                    breaches.add(member + " is not in the contract");
                }
            });
        }
        return breaches;
    }

    private JsonNode instance(ConsumerRecord<byte[], byte[]> record) {
        if (this == DEAD_LETTERS) {
            ObjectNode headers = JSON.createObjectNode();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            assertEquals(headers.has("redriven"), record.value() == null, headers::toString);
            return headers;
        }
        try {
            JsonNode value = JSON.readTree(record.value());
            if (this == STOCKS) {
                assertEquals(value.get("Label").textValue(), new String(record.key(), UTF_8));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
