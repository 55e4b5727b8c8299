package tickwing.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;

/** What the objects of all records have in common. */
final class Fields {
    private Fields() {}

    /** Where and when: topic, partition, offset, timestamp. */
    static void place(TopicRecord record, JsonGenerator json) throws IOException {
        json.writeStringField("topic", record.topic());
        json.writeNumberField("partition", record.partition());
        json.writeNumberField("offset", record.offset());
        json.writeNumberField("timestamp", record.timestamp());
    }

    /** As text; what is none as base64, and as {@code NAME_base64}. */
    static void text(String name, Content content, JsonGenerator json) throws IOException {
        write(name, content, json, text -> json.writeStringField(name, text));
    }

    /** The same; text that is JSON as JSON. */
    static void value(String name, Content content, JsonGenerator json) throws IOException {
        write(name, content, json, text -> {
            if (JsonText.is(text)) {
                json.writeFieldName(name);
                JsonText.copy(text, json);
            } else {
                json.writeStringField(name, text);
            }
        });
    }

    @FunctionalInterface
    private interface Text {
        void write(String text) throws IOException;
    }

    private static void write(String name, Content content, JsonGenerator json, Text text) throws IOException {
        if (content instanceof Content.Bytes some) {
            Optional<String> decoded = BytesAsText.text(some.bytes());
            if (decoded.isPresent()) {
                text.write(decoded.get());
            } else {
                json.writeStringField(name + "_base64", BytesAsText.base64(some.bytes()));
            }
        } else {
            json.writeNullField(name);
            if (content instanceof Content.TooLarge) {
                json.writeBooleanField(name + "_too_large", true);
            }
        }
    }
}
