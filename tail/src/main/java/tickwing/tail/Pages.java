package tickwing.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Optional;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;
import tickwing.common.text.Printable;

/** Records for people: a line that says which one it is, then its value, JSON with a member a line. */
final class Pages implements Layout {
    static final String NONE = "null";
    static final String TOO_LARGE = "(larger than 4 MB, and not shown)";

    /** Longer values are not spread over lines, in characters: indented deeply, they might become thousands of times as long. */
    private static final int LONGEST_PRETTY = 64 * 1024;

    @Override
    public void print(TopicRecord record, Writer out) throws IOException {
        out.write(
                place(record) + (record.key() instanceof Content.Nothing ? "  no key" : "  key " + text(record.key())));
        for (TopicRecord.Header header : record.headers()) {
            out.write("  " + Printable.of(header.name()) + "=" + text(header.value()));
        }
        out.write('\n');
        if (!(record.value() instanceof Content.Bytes some) || !printJson(some.bytes(), out)) {
            out.write(text(record.value()));
        }
        out.write('\n');
    }

    /** Topic, partition, offset and time, e.g. {@code flights 0@17  2014-01-31T12:00:00Z}. */
    static String place(TopicRecord record) {
        String time = record.timestamp() < 0
                ? "without time"
                : Instant.ofEpochMilli(record.timestamp()).toString();
        return record.topic() + " " + record.partition() + "@" + record.offset() + "  " + time;
    }

    /** On one line, whatever it is. */
    static String text(Content content) {
        if (content instanceof Content.Bytes some) {
            Optional<String> text = BytesAsText.text(some.bytes());
            return text.map(Printable::of).orElseGet(() -> "base64 " + BytesAsText.base64(some.bytes()));
        }
        return content instanceof Content.TooLarge ? TOO_LARGE : NONE;
    }

    /** Returns false, and prints nothing, where it is none. */
    private static boolean printJson(byte[] bytes, Writer out) throws IOException {
        Optional<String> text = BytesAsText.text(bytes).filter(JsonText::is);
        if (text.isEmpty()) {
            return false;
        }
        boolean pretty = text.get().length() <= LONGEST_PRETTY;
        try (JsonGenerator json = pretty ? JsonText.pretty(out) : JsonText.line(out)) {
            JsonText.copy(text.get(), json);
        }
        return true;
    }
}
