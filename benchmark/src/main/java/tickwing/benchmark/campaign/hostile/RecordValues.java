package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import tickwing.benchmark.campaign.GarbageRecords;
import tickwing.benchmark.campaign.Started;

/** Records of all sizes and encodings, and a topic with more symbols and airlines than anybody has use for. */
final class RecordValues implements Attack {
    private static final int MANY = 300_000;
    private static final String GOOD_DAY = "2015-01-02";

    @Override
    public String name() {
        return "records of all sizes and encodings";
    }

    @Override
    public void run(Scene scene) throws Exception {
        bad(scene, "bad-stocks", (day, name) -> GarbageRecords.bar(day, name, "1500.0"), Scene.STOCK_CONSUMERS);
        bad(scene, "bad-flights", GarbageRecords::flight, List.of(Scene.FLIGHT_CONSUMER));
        many(scene, "many-stocks", (day, name) -> GarbageRecords.bar(day, name, "1500.0"), Scene.STOCK_CONSUMERS);
        many(scene, "many-flights", GarbageRecords::flight, List.of(Scene.FLIGHT_CONSUMER));
    }

    private static void bad(
            Scene scene, String topic, BiFunction<String, String, String> record, List<String> consumers)
            throws Exception {
        scene.createTopic(topic);
        List<byte[]> values = new ArrayList<>(values(record.apply(GOOD_DAY, "BAD")));
        values.add(record.apply(GOOD_DAY, "GOOD").getBytes(UTF_8));
        try (KafkaProducer<byte[], byte[]> producer = scene.producer(Map.of())) {
            for (byte[] value : values) {
                ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, new byte[] {0, -1, 27}, value);
                sent.headers().add(new RecordHeader("error", "\u001b[2J".getBytes(UTF_8)));
                producer.send(sent);
            }
            producer.send(new ProducerRecord<>(topic, null, null));
            producer.send(new ProducerRecord<>(topic, new byte[1_000_000], new byte[0]));
        }
        for (String consumer : consumers) {
            Started once = scene.run(consumer, "--once", "--topic", topic);
            scene.expectCode(once, 0);
            scene.expect(once.said().contains("GOOD"), "%s lost the one good record of %s", consumer, topic);
        }
        Started shown = scene.run("tail", topic, "--once");
        scene.expectCode(shown, 0);
        long lines = shown.said().lines().count();
        scene.expect(lines == values.size() + 2, "tail shows %d lines of %s", lines, topic);
    }

    private static List<byte[]> values(String good) {
        return List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0},
                good.getBytes(UTF_16),
                ("\uFEFF" + good).getBytes(UTF_8),
                good.replace("BAD", "\u00e4\u00f6").getBytes(ISO_8859_1),
                good.replace("BAD", "\\ud800").getBytes(UTF_8),
                good.substring(0, good.length() / 2).getBytes(UTF_8),
                good.replace(GOOD_DAY, "+999999999-12-31").getBytes(UTF_8),
                good.replace("2015", "-1").getBytes(UTF_8),
                good.replace("1500", "1e999").getBytes(UTF_8),
                good.replace("1500.0", "\"NaN\"").getBytes(UTF_8),
                good.replace("1500.0", "9".repeat(100_000)).getBytes(UTF_8),
                good.replace("BAD", "B".repeat(5_000_000)).getBytes(UTF_8),
                good.replace("BAD", "B".repeat(11_000_000)).getBytes(UTF_8),
                ("[" + "[".repeat(200_000)).getBytes(UTF_8),
                ("[" + (good.replace("BAD", "") + ",").repeat(50_000) + "{}]").getBytes(UTF_8),
                "{\"BAD\":".repeat(100_000).getBytes(UTF_8));
    }

    /** Each record names somebody of its own; the last ones are of a single one. */
    private static void many(
            Scene scene, String topic, BiFunction<String, String, String> record, List<String> consumers)
            throws IOException, InterruptedException, ExecutionException {
        scene.createTopic(topic);
        try (KafkaProducer<byte[], byte[]> producer = scene.producer(Map.of())) {
            for (int i = 0; i < MANY; i++) {
                String day = "2015-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
                producer.send(
                        new ProducerRecord<>(topic, record.apply(day, "S" + i).getBytes(UTF_8)));
            }
        }
        try (KafkaProducer<byte[], byte[]> producer = scene.producer(Map.of())) {
            for (int day = 1; day <= 28; day++) {
                producer.send(new ProducerRecord<>(
                        topic,
                        record.apply("2016-01-%02d".formatted(day), "LAST").getBytes(UTF_8)));
            }
        }
        for (String consumer : consumers) {
            Started all = consumer.equals(Scene.FLIGHT_CONSUMER)
                    ? scene.run(consumer, "--once", "--topic", topic, "--top", 2 * MANY)
                    : scene.run(consumer, "--once", "--topic", topic);
            scene.expectCode(all, 0);
            scene.expect(
                    all.complained().contains("left out") || all.said().lines().count() > MANY,
                    "%s has left out symbols of %s without a word: %s",
                    consumer,
                    topic,
                    Scene.tail(all));
            String choice = consumer.equals(Scene.FLIGHT_CONSUMER) ? "--airlines" : "--symbols";
            Started asked = scene.run(consumer, "--once", "--topic", topic, choice, "LAST");
            scene.expectCode(asked, 0);
            scene.expect(
                    asked.said().lines().count() == 29,
                    "%s shows %d lines of the one that was asked for",
                    consumer,
                    asked.said().lines().count());
        }
    }
}
