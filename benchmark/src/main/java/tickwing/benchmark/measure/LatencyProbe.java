package tickwing.benchmark.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import tickwing.benchmark.Lab;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.BackgroundAdmin;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.IdempotentPublisher;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.TopicReader;
import tickwing.common.record.ByteSlice;

/**
 * Publishes quotes as the live sources do, ten symbols 100 times a second, reads them as the charts do, and prints how
 * long they took: {@code p50 1.20 ms, p99 3.40 ms}. Publisher and reader share a process, and so a clock. A quote's
 * volume is its number.
 */
public final class LatencyProbe {
    private static final int SYMBOLS = 10;
    private static final int ROUNDS_A_SECOND = 100;
    /** The first seconds warm the virtual machine up. */
    private static final int WARM_UP = 5 * ROUNDS_A_SECOND * SYMBOLS;

    private static final int QUOTES = 20 * ROUNDS_A_SECOND * SYMBOLS;

    private final long[] sent = new long[QUOTES];
    private final long[] took = new long[QUOTES];
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Map<String, BarSeries> state = new HashMap<>();
    private int received;

    private LatencyProbe() {}

    /** @param args the broker's address, and a topic */
    public static void main(String[] args) throws InterruptedException {
        ClientSettings settings = ClientSettings.of(args[0]);
        LatencyProbe probe = new LatencyProbe();
        Thread reader = new Thread(() -> probe.read(settings, args[1]), "reader");
        reader.start();
        probe.ready.await();
        try (IdempotentPublisher publisher = IdempotentPublisher.open(settings, args[1], Lab.PARTITIONS)) {
            probe.publish(publisher);
        }
        reader.join();
        probe.print();
    }

    private void publish(IdempotentPublisher publisher) {
        long next = System.nanoTime();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int quote = 0; quote < QUOTES; ) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            next += 1_000_000_000L / ROUNDS_A_SECOND;
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                sent[quote] = System.nanoTime();
                String name = "S" + symbol;
                byte[] value = BarJson.write(bar(name, now.plusNanos(quote * 1000L), quote));
                publisher.publish(name.getBytes(UTF_8), ByteSlice.of(value));
                quote++;
            }
            publisher.commit(new Position(quote, ""));
        }
    }

    private static Bar bar(String symbol, OffsetDateTime quotedAt, int number) {
        double close = 100 + number % 100 / 100.0;
        BarTime day = BarTime.of(LocalDate.of(2025, 1, 2));
        return new Bar(symbol, Interval.ONE_DAY, day, 100, 101, 99, close, close, number, quotedAt, true);
    }

    private void read(ClientSettings settings, String topic) {
        List<TopicReader<?>> self = new ArrayList<>();
        TopicReader.Sink<Bar> sink = (bar, timestamp) -> {
            state.computeIfAbsent(bar.symbol(), s -> new BarSeries()).upsert(bar, timestamp);
            int number = (int) bar.volume();
            took[number] = System.nanoTime() - sent[number];
            if (++received == QUOTES) {
                self.get(0).stop();
            }
        };
        try (BackgroundAdmin admin = new BackgroundAdmin(settings);
                TopicReader<Bar> reader = new TopicReader<>(
                        settings, "latency-probe-" + topic, topic, new BarJson.Reader()::read, sink, admin)) {
            self.add(reader);
            Thread announcer = new Thread(() -> awaitAssignment(reader), "announcer");
            announcer.setDaemon(true);
            announcer.start();
            reader.readUntilStopped(Duration.ofSeconds(30), () -> {});
        }
    }

    /** A reader that has caught up with an empty topic has its partitions. */
    private void awaitAssignment(TopicReader<Bar> reader) {
        while (!reader.status().caughtUp()) {
            LockSupport.parkNanos(10_000_000);
        }
        ready.countDown();
    }

    private void print() {
        long[] warm = Arrays.copyOfRange(took, WARM_UP, QUOTES);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%,d quotes, p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                warm.length,
                warm[warm.length / 2] / 1e6,
                warm[warm.length * 99 / 100] / 1e6,
                warm[warm.length - 1] / 1e6);
    }
}
