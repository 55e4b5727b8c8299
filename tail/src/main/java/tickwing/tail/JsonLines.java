package tickwing.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import tickwing.common.kafka.TopicRecord;

/** Records for programs: an object a line. */
final class JsonLines implements Layout {
    @Override
    public void print(TopicRecord record, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.line(out)) {
            json.writeStartObject();
            Fields.place(record, json);
            Fields.text("key", record.key(), json);
            // Not an object: there may be several of one name.
            json.writeArrayFieldStart("headers");
            for (TopicRecord.Header header : record.headers()) {
                json.writeStartObject();
                json.writeStringField("key", header.name());
                Fields.text("value", header.value(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            Fields.value("value", record.value(), json);
            json.writeEndObject();
        }
        out.write('\n');
    }
}
