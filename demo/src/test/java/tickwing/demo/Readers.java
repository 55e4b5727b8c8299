package tickwing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickwing.common.kafka.BackgroundAdmin;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicReader;
import tickwing.common.record.Decoded;

/** Readers of topics in this process, each on a thread of its own, for what does not need a program. */
final class Readers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClientSettings settings;
    private final BackgroundAdmin admin;
    private final List<Reading> all = new ArrayList<>();

    Readers(String broker) {
        settings = ClientSettings.of(broker);
        admin = new BackgroundAdmin(settings);
    }

    /** A producer, of transactions where it has an id. */
    Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> properties = new HashMap<>(settings.admin());
        if (transactionalId != null) {
            properties.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Reading toEnd(String topic) {
        return start(topic, null, TopicReader::readToEnd);
    }

    Reading untilStopped(String topic) {
        return start(topic, "reader-of-" + topic, reader -> reader.readUntilStopped(PATIENCE, () -> {}));
    }

    private Reading start(String topic, String group, Consumer<TopicReader<String>> read) {
        Reading reading = new Reading(topic, group, read);
        all.add(reading);
        return reading;
    }

    @Override
    public void close() {
        all.forEach(Reading::end);
        admin.close();
    }

    /** One of them, and what it has taken. */
    final class Reading implements TopicReader.Sink<String> {
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final TopicReader<String> reader;
        private final Thread thread;

        private Reading(String topic, String group, Consumer<TopicReader<String>> read) {
            reader = new TopicReader<>(
                    settings, group, topic, (key, value) -> List.of(Decoded.ok(new String(value, UTF_8))), this, admin);
            thread = new Thread(
                    () -> {
                        try (reader) {
                            read.accept(reader);
                        }
                    },
                    "reader of " + topic);
            thread.start();
        }

        @Override
        public void accept(String value, long timestamp) {
            taken.add(value);
        }

        @Override
        public void clear() {
            taken.clear();
        }

        /** Waits until just this has been taken. */
        void await(List<String> expected) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!taken.equals(expected)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("expected " + expected + ", but has taken " + taken);
                }
                Thread.sleep(20);
            }
        }

        private void end() {
            reader.stop();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
