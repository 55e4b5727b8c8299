package tickwing.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tickwing.common.kafka.DeadLetters;
import tickwing.common.kafka.TopicRecord;

/** Dead letters for programs: an object a line. */
final class LetterJsonLines implements Layout {
    @Override
    public void print(TopicRecord record, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.line(out)) {
            json.writeStartObject();
            Fields.place(record, json);
            json.writeStringField("file", record.header(DeadLetters.FILE).orElse(null));
            line(record.header(DeadLetters.LINE), json);
            Optional<String> redriven = record.header(DeadLetters.REDRIVEN);
            if (redriven.isPresent()) {
                json.writeStringField("redriven", redriven.get());
            } else {
                json.writeStringField("error", record.header(DeadLetters.ERROR).orElse(null));
                Fields.text("raw", record.value(), json);
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void line(Optional<String> line, JsonGenerator json) throws IOException {
        json.writeFieldName("line");
        if (line.filter(text -> text.matches("\\d{1,18}")).isPresent()) {
            json.writeNumber(Long.parseLong(line.get()));
        } else {
            json.writeString(line.orElse(null));
        }
    }
}
