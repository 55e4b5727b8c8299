package tickwing.common.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Rows that could not be published: one record each on {@code TOPIC.dlq}, the value the raw text as it stood in the
 * file, the headers {@code error} (one sentence), {@code file}, {@code line} (1 is the first line), and, where they are
 * known, {@code header}, {@code options} and {@code name} of {@link LetterLayout}.
 *
 * <p>A record without value, with the same {@code file} and {@code line} and the header {@code redriven}, says that the
 * row was corrected and published since: all dead letters with that file and line are done which the {@link TopicEnds} in
 * that header take in.
 */
public final class DeadLetters {
    /** The header that says in one sentence what is wrong with the row. */
    public static final String ERROR = "error";
    /** The header that names the row's file. */
    public static final String FILE = "file";
    /** The header that says where in its file the row starts; 1 is the first line. */
    public static final String LINE = "line";

    static final String HEADER = "header";
    static final String OPTIONS = "options";
    static final String NAME = "name";

    /** The header that says of a record without value that a row was published since. */
    public static final String REDRIVEN = "redriven";

    private DeadLetters() {}

    /** The dead-letter topic of a topic. */
    public static String topicOf(String topic) {
        return topic + ".dlq";
    }

    /** Whether a record says of a dead letter that it is done, rather than being one. */
    static boolean isMarker(Headers headers) {
        return headers.lastHeader(REDRIVEN) != null;
    }

    /** The dead letter of one row. */
    static ProducerRecord<byte[], byte[]> record(
            String topic, byte[] raw, String error, String file, long line, LetterLayout layout) {
        List<Header> headers =
                new ArrayList<>(List.of(header(ERROR, error), header(FILE, file), header(LINE, Long.toString(line))));
        if (layout.isKnown()) {
            headers.add(header(HEADER, layout.header()));
        }
        if (!layout.options().isEmpty()) {
            headers.add(header(OPTIONS, layout.options()));
        }
        if (!layout.name().isEmpty()) {
            headers.add(header(NAME, layout.name()));
        }
        return new ProducerRecord<>(topicOf(topic), null, null, null, raw, headers);
    }

    /** Says that a row was published since, and which of its dead letters that goes for. */
    static ProducerRecord<byte[], byte[]> redriven(String topic, String file, long line, TopicEnds letters) {
        List<Header> headers =
                List.of(header(REDRIVEN, letters.toString()), header(FILE, file), header(LINE, Long.toString(line)));
        return new ProducerRecord<>(topicOf(topic), null, null, null, null, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
