package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tickwing.common.error.UserError;

/** The dead letters of a topic, as they were when this was read. */
public final class DeadLetterBook {
    /** Where a dead letter's row stood; line 1 is the first. */
    public record Address(String file, long line) {}

    /**
     * A row that waits to be corrected.
     *
     * @param error what was wrong with it
     * @param raw its text as it stood in the file
     */
    public record Letter(Address address, String error, String raw) {}

    private final Map<Address, Letter> open = new LinkedHashMap<>();
    /** When the letter in {@link #open} was written: of two of the same row, in two partitions, the newer one counts. */
    private final Map<Address, Long> written = new HashMap<>();

    private final Set<Address> redriven = new HashSet<>();

    private DeadLetterBook() {}

    /**
     * Reads the dead letters of a topic.
     *
     * @throws UserError when there is no dead-letter topic, no broker answers within 10 s, or those that hold it have not
     *     for a minute
     */
    public static DeadLetterBook read(ClientSettings settings, String topic) {
        DeadLetterBook book = new DeadLetterBook();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            book.read(consumer, DeadLetters.topicOf(topic));
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
        book.redriven.forEach(book.open::remove);
        return book;
    }

    /** Those that wait, in no particular order. */
    public List<Letter> open() {
        return List.copyOf(open.values());
    }

    public boolean isOpen(Address address) {
        return open.containsKey(address);
    }

    /** Whether the row was corrected and published before. */
    public boolean isRedriven(Address address) {
        return redriven.contains(address);
    }

    private void read(Consumer<byte[], byte[]> consumer, String topic) {
        BrokerSilence broker = new BrokerSilence(consumer, System::nanoTime);
        WholeTopic whole = WholeTopic.assign(consumer, topic, broker, System::nanoTime)
                .orElseThrow(() -> new UserError("Topic " + topic + " does not exist: no row was ever rejected."));
        while (!whole.isRead()) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::add);
            broker.look();
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        String line = header(record, "line");
        if (!line.matches("\\d{1,18}")) {
            return;
        }
        Address address = new Address(header(record, "file"), Long.parseLong(line));
        if (record.headers().lastHeader("redriven") != null) {
            redriven.add(address);
        } else if (record.value() != null && record.timestamp() >= written.getOrDefault(address, Long.MIN_VALUE)) {
            written.put(address, record.timestamp());
            open.put(address, new Letter(address, header(record, "error"), new String(record.value(), UTF_8)));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
