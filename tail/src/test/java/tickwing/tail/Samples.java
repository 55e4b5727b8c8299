package tickwing.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;

/** Records to be shown, and what is shown of them. */
final class Samples {
    static final Content NOTHING = new Content.Nothing();
    static final Content TOO_LARGE = new Content.TooLarge();
    static final Content BINARY = new Content.Bytes(new byte[] {(byte) 0xFF, 0x00, 0x1B});

    private Samples() {}

    static Content text(String text) {
        return new Content.Bytes(text.getBytes(UTF_8));
    }

    static TopicRecord.Header header(String name, String value) {
        return new TopicRecord.Header(name, text(value));
    }

    static TopicRecord record(Content key, Content value, TopicRecord.Header... headers) {
        return new TopicRecord("t", 2, 17, 1_391_169_600_000L, key, List.of(headers), value);
    }

    static String shown(Layout layout, TopicRecord record) {
        StringWriter out = new StringWriter();
        try {
            layout.print(record, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
