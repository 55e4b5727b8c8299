package tickwing.common.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it stands on its topic.
 *
 * @param offset 0 or more
 * @param timestamp milliseconds since 1970 UTC; -1 for none
 * @param headers in their order, which may have several of one name
 */
public record TopicRecord(
        String topic, int partition, long offset, long timestamp, Content key, List<Header> headers, Content value) {
    /** A header. */
    public record Header(String name, Content value) {}

    public TopicRecord {
        headers = List.copyOf(headers);
    }

    static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new Header(header.key(), Content.of(header.value()))));
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                Content.of(record.key()),
                headers,
                Content.of(record.value()));
    }

    /** The text of the last header of a name; empty where there is none, or none with a value. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .reduce((first, second) -> second)
                .filter(header -> header.value() instanceof Content.Bytes)
                .map(header -> new String(((Content.Bytes) header.value()).bytes(), StandardCharsets.UTF_8));
    }
}
