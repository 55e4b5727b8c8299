package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tickwing.benchmark.campaign.GarbageRecords;
import tickwing.benchmark.campaign.Started;
import tickwing.benchmark.campaign.Testbed;
import tickwing.benchmark.campaign.WatchedChart;

/** Topics that are deleted and made anew under a chart, and transactions that nobody ends. */
final class TopicChanges implements Attack {
    @Override
    public String name() {
        return "topics made anew, transactions left open";
    }

    @Override
    public void run(Scene scene) throws Exception {
        madeAnew(scene);
        leftOpen(scene);
    }

    private static void madeAnew(Scene scene) throws Exception {
        scene.createTopic("anew-stocks");
        scene.createTopic("anew-flights");
        publish(scene, "OLD", "2015-01-02", 3);
        Map<String, WatchedChart> charts = new LinkedHashMap<>();
        for (String consumer : Scene.STOCK_CONSUMERS) {
            charts.put(consumer, scene.watch(consumer, "--topic", "anew-stocks"));
        }
        charts.put(Scene.FLIGHT_CONSUMER, scene.watch(Scene.FLIGHT_CONSUMER, "--topic", "anew-flights"));
        for (WatchedChart chart : charts.values()) {
            scene.expect(scene.await(() -> names(chart).contains("OLD")), "%s does not start", chart.program());
        }
        scene.deleteTopic("anew-stocks");
        scene.deleteTopic("anew-flights");
        scene.createTopic("anew-stocks");
        scene.createTopic("anew-flights");
        // As many records as before: neither offsets nor lag tell.
        publish(scene, "NEW", "2015-01-02", 3);
        for (Map.Entry<String, WatchedChart> chart : charts.entrySet()) {
            boolean anew = scene.await(() -> names(chart.getValue()).equals(List.of("NEW")));
            scene.expect(
                    anew,
                    "%s shows %s of a topic that was made anew; it said: %s",
                    chart.getKey(),
                    names(chart.getValue()),
                    chart.getValue().program().complained());
        }
        for (WatchedChart chart : charts.values()) {
            chart.program().stop();
            scene.expectCleanWords(chart.program());
        }
    }

    private static void publish(Scene scene, String name, String day, int records) {
        List<String> bars = new ArrayList<>();
        List<String> flights = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            bars.add(GarbageRecords.bar(day, name, "1500.0"));
            flights.add(GarbageRecords.flight(day, name));
        }
        scene.publishTexts("anew-stocks", bars);
        scene.publishTexts("anew-flights", flights);
    }

    /** Symbols or airlines of a chart's file. */
    private static List<String> names(WatchedChart chart) throws IOException {
        int column = chart.program().program().equals(Scene.FLIGHT_CONSUMER) ? 1 : 0;
        return chart.shown().keySet().stream()
                .map(key -> key.split(",")[column])
                .distinct()
                .toList();
    }

    private static void leftOpen(Scene scene) throws Exception {
        scene.createTopic("open-stocks");
        scene.createTopic("open-flights");
        scene.publishTexts("open-stocks", List.of(GarbageRecords.bar("2015-01-02", "SEEN", "1500.0")));
        scene.publishTexts("open-flights", List.of(GarbageRecords.flight("2015-01-02", "SEEN")));
        try (KafkaProducer<byte[], byte[]> open =
                scene.producer(Map.of("transactional.id", "left-open", "transaction.timeout.ms", 600_000))) {
            open.initTransactions();
            open.beginTransaction();
            for (String topic : List.of("open-stocks", "open-flights")) {
                String value = topic.equals("open-stocks")
                        ? GarbageRecords.bar("2015-01-05", "HIDDEN", "1500.0")
                        : GarbageRecords.flight("2015-01-05", "HIDDEN");
                for (int partition = 0; partition < 3; partition++) {
                    open.send(new ProducerRecord<>(topic, partition, null, value.getBytes(UTF_8)))
                            .get();
                }
            }
            List<String> consumers = new ArrayList<>(Scene.STOCK_CONSUMERS);
            consumers.add(Scene.FLIGHT_CONSUMER);
            for (String consumer : consumers) {
                String topic = consumer.equals(Scene.FLIGHT_CONSUMER) ? "open-flights" : "open-stocks";
                Started once = scene.run(consumer, "--once", "--topic", topic);
                scene.expectCode(once, 1, 3);
                scene.expect(
                        once.complained().contains("transaction"),
                        "%s does not say that a transaction is open: %s",
                        consumer,
                        Scene.tail(once));
            }
            open.abortTransaction();
        }
        try (Admin admin = Testbed.admin(scene.broker())) {
            boolean swept = scene.await(() -> admin.listGroups().all().get().stream()
                    .noneMatch(group -> group.groupId().matches("consumer-[a-z]+-[0-9a-f-]{36}")));
            scene.expect(swept, "groups of charts that are closed are still there");
        }
    }
}
