package tickwing.common.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Rows that could not be published: one record each on {@code TOPIC.dlq}, the value the raw text as it stood in the
 * file, the headers {@code error} (one sentence), {@code file} and {@code line} (1 is the first line). A record without
 * value, with the same {@code file} and {@code line} and the header {@code redriven}, says that the row was corrected and
 * published since.
 */
public final class DeadLetters {
    private DeadLetters() {}

    /** The dead-letter topic of a topic. */
    public static String topicOf(String topic) {
        return topic + ".dlq";
    }

    /** The dead letter of one row. */
    static ProducerRecord<byte[], byte[]> record(String topic, byte[] raw, String error, String file, long line) {
        List<Header> headers =
                List.of(header("error", error), header("file", file), header("line", Long.toString(line)));
        return new ProducerRecord<>(topicOf(topic), null, null, null, raw, headers);
    }

    /** Says that a dead letter's row was published since. */
    static ProducerRecord<byte[], byte[]> redriven(String topic, String file, long line) {
        List<Header> headers =
                List.of(header("redriven", "true"), header("file", file), header("line", Long.toString(line)));
        return new ProducerRecord<>(topicOf(topic), null, null, null, null, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
