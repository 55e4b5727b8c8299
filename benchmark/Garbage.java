import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A day in the life of the three consumers, each with a heap of 128 MB, on topics of which one record in a hundred is
 * garbage: random bytes, truncated JSON, values of 10 MB, deep nesting, duplicate keys, wrong types. In the end all of
 * them must be alive, have refreshed as often as a day with {@code --refresh 30s} has refreshes, show each good record,
 * have counted each bad one, and keep no more memory than they did early on.
 *
 * <pre>
 * ./mvnw -q package -DskipTests
 * java -cp producer-flight/target/producer-flight.jar benchmark/Garbage.java [RECORDS [HOURS]]
 * </pre>
 *
 * <p>Defaults: 1,000,000 records on each topic, 24 hours. Time is simulated by haste: a refresh every 100 ms instead of
 * every 30 s, and the records of 30 s within 100 ms. So this shows what 2,880 refreshes and a million records do to the
 * heap, and nothing of what only a clock does. A hundred values on each topic have 10 MB. Listens on loopback only, ends by
 * itself, leaves nothing behind; exit code 1 when anything of the above is not so.
 */
public final class Garbage {
    private static final int REFRESHES_AN_HOUR = 120;
    private static final int TICK_MILLIS = 100;
    private static final int BIG = 10 * 1024 * 1024;
    private static final int BIG_ONES = 100;
    private static final int CHECKS = 12;
    private static final long ALLOWED_GROWTH = 2L * 1024 * 1024;
    private static final String[] AIRLINES = {"AA", "DL", "UA", "WN", "B6", "AS"};
    private static final String[] SYMBOLS = {"AAPL", "GOOG", "IBM", "MSFT", "NVDA"};

    /** A consumer at work. */
    private record Chart(String program, String topic, Process process, int port, Path csv, List<Long> heap) {}

    private final Path folder;
    private final int records;
    private final int ticks;
    private final SplittableRandom random = new SplittableRandom(24);
    private final Map<String, Integer> flights = new TreeMap<>();
    private final Map<String, String> closes = new TreeMap<>();
    private final List<Chart> charts = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process broker;
    private String address;
    private int bad;

    private Garbage(Path folder, int records, int hours) {
        this.folder = folder;
        this.records = records;
        this.ticks = hours * REFRESHES_AN_HOUR;
    }

    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 24;
        Path folder = Files.createTempDirectory("tickwing-campaign-");
        Garbage campaign = new Garbage(folder, records, hours);
        boolean passed = false;
        try {
            passed = campaign.run();
        } finally {
            campaign.end();
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run() throws Exception {
        startBroker();
        createTopics();
        charts.add(start("consumer-flights", "flights", "--top", "100"));
        charts.add(start("consumer-bollinger", "stocks"));
        charts.add(start("consumer-aroon", "stocks"));
        long start = System.nanoTime();
        publish();
        boolean passed = true;
        for (Chart chart : charts) {
            passed &= check(chart);
        }
        System.out.printf("%,d records on each topic, %,d of them garbage, %d s%n", records, bad, seconds(start));
        return passed;
    }

    private void publish() throws Exception {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", address, "max.request.size", BIG + 1024 * 1024, "compression.type", "lz4");
        long origin = System.currentTimeMillis() - records;
        int sent = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            for (int tick = 1; tick <= ticks; tick++) {
                for (int due = (int) ((long) records * tick / ticks); sent < due; sent++) {
                    // The newest quote of a bar counts, so that no two may have the same time.
                    send(producer, sent, origin + sent);
                }
                long wait = start + TimeUnit.MILLISECONDS.toNanos((long) tick * TICK_MILLIS) - System.nanoTime();
                LockSupport.parkNanos(Math.max(0, wait));
                if (tick % (ticks / CHECKS) == 0) {
                    charts.forEach(chart -> chart.heap().add(liveHeap(chart.process())));
                    System.out.printf("hour %.0f: %,d records, live heap %s%n", (double) tick / REFRESHES_AN_HOUR, sent,
                            charts.stream().map(c -> megabytes(last(c.heap()))).toList());
                }
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int number, long timestamp) {
        String day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(250)).toString();
        String airline = AIRLINES[random.nextInt(AIRLINES.length)];
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        String close = Double.toString(1000 + random.nextInt(100_000) / 100.0);
        byte[] flight = flight(day, airline).getBytes(UTF_8);
        byte[] bar = bar(day, symbol, close).getBytes(UTF_8);
        if (number % 100 == 50) {
            int kind = bad % (Math.max(1, records / 100 / BIG_ONES)) == 0 ? 5 : bad % 5;
            flight = garbage(kind, flight(day, airline), "AIRLINE", "DAY");
            bar = garbage(kind, bar(day, symbol, close), "Label", "Close");
            bad++;
        } else {
            flights.merge(day + "," + airline, 1, Integer::sum);
            closes.put(symbol + "," + day, close);
        }
        producer.send(new ProducerRecord<>("flights", null, timestamp, airline.getBytes(UTF_8), flight));
        producer.send(new ProducerRecord<>("stocks", null, timestamp, symbol.getBytes(UTF_8), bar));
    }

    private byte[] garbage(int kind, String good, String name, String number) {
        String rest = good.substring(1);
        return switch (kind) {
            case 0 -> {
                byte[] bytes = new byte[1 + random.nextInt(1_000)];
                random.nextBytes(bytes);
                yield bytes;
            }
            // A reader of flights stops where it has the date and the airline.
            case 1 -> good.substring(0, 1 + random.nextInt(good.indexOf('"' + name + '"'))).getBytes(UTF_8);
            case 2 -> (random.nextBoolean() ? "[".repeat(100_000) : "{\"deep\":" + "{\"a\":".repeat(50_000) + rest)
                    .getBytes(UTF_8);
            // Of a flight's columns the first counts, of a bar's fields the last: bad either way.
            case 3 -> ("{\"" + number + "\":\"soon\"," + rest.replace("}", ",\"" + number + "\":\"later\"}"))
                    .getBytes(UTF_8);
            case 4 -> ("{\"" + name + "\":{},\"" + number + "\":[1],\"YEAR\":true,\"Open\":false,\"Date\":{}}")
                    .getBytes(UTF_8);
            default -> big(good, name, number);
        };
    }

    private byte[] big(String good, String name, String number) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] bytes = new byte[BIG];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 1 -> good.replaceAll("\"" + name + "\":\"\\w+\"", "\"" + name + "\":\"" + "X".repeat(BIG) + "\"")
                    .getBytes(UTF_8);
            default -> good.replaceAll(
                            "\"" + number + "\":\"?[0-9.]+\"?", "\"" + number + "\":\"" + "9x".repeat(BIG / 2) + "\"")
                    .getBytes(UTF_8);
        };
    }

    private static String flight(String day, String airline) {
        String[] parts = day.split("-");
        return "{\"YEAR\":\"%s\",\"MONTH\":\"%s\",\"DAY\":\"%s\",\"AIRLINE\":\"%s\",\"ORIGIN_AIRPORT\":\"LAX\"}"
                .formatted(parts[0], parts[1], parts[2], airline);
    }

    private static String bar(String day, String symbol, String close) {
        return "{\"Date\":\"%s\",\"Open\":1500,\"High\":2000,\"Low\":1000,\"Close\":%s,\"Volume\":7,\"Label\":\"%s\"}"
                .formatted(day, close, symbol);
    }

    /** Waits until the chart has everything, then compares. */
    private boolean check(Chart chart) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (chart.process().isAlive()
                && System.nanoTime() < deadline
                && (metric(chart, "tickwing_records_total") < records
                        || metric(chart, "tickwing_refresh_seconds_count") < ticks
                        || !drawn(chart))) {
            LockSupport.parkNanos(200_000_000);
        }
        boolean alive = chart.process().isAlive();
        long rejected = alive ? (long) metric(chart, "tickwing_rejected_total") : -1;
        long refreshes = alive ? (long) metric(chart, "tickwing_refresh_seconds_count") : -1;
        boolean right = alive && drawn(chart) && rejected == bad;
        // The least of three, since a value of 10 MB that has just arrived is no leak.
        long early = least(chart.heap().subList(0, CHECKS / 4));
        long late = least(chart.heap().subList(CHECKS * 3 / 4, CHECKS));
        boolean flat = alive && late <= early + ALLOWED_GROWTH;
        System.out.printf(
                "%s: %s, %,d refreshes, %,d rejected, counts %s, live heap %s early and %s in the end: %s%n",
                chart.program(), alive ? "alive" : "DEAD", refreshes, rejected, right ? "right" : "WRONG",
                megabytes(early), megabytes(late), flat ? "flat" : "GROWING");
        if (!alive || !right) {
            System.out.println(Files.readString(folder.resolve(chart.program() + ".err")));
        }
        return right && flat && refreshes >= ticks;
    }

    /** Whether the chart's file holds every good record. */
    private boolean drawn(Chart chart) throws IOException {
        if (!Files.exists(chart.csv())) {
            return false;
        }
        Map<String, String> shown = new TreeMap<>();
        for (String line : Files.readAllLines(chart.csv()).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            shown.put(cells[0] + "," + cells[1], cells[2]);
        }
        Map<String, String> expected = new TreeMap<>();
        if (chart.topic().equals("flights")) {
            flights.forEach((key, count) -> expected.put(key, Integer.toString(count)));
        } else {
            expected.putAll(closes);
        }
        // Aroon's file has no closes.
        return chart.program().equals("consumer-aroon") ? shown.keySet().equals(expected.keySet()) : shown.equals(expected);
    }

    private double metric(Chart chart, String name) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + chart.port() + "/metrics")).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body().lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Bytes that are reachable, after a full collection; 0 when the process is gone. */
    private static long liveHeap(Process process) {
        try {
            Process jcmd = new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), "GC.class_histogram").start();
            try (BufferedReader lines = jcmd.inputReader()) {
                return lines.lines()
                        .filter(line -> line.startsWith("Total"))
                        .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                        .findFirst()
                        .orElse(0);
            }
        } catch (IOException e) {
            return 0;
        }
    }

    private Chart start(String program, String topic, String... options) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path csv = folder.resolve(program + ".csv");
        List<String> command = new ArrayList<>(List.of(
                java("java"), "-Xmx128m", "-jar", program + "/target/" + program + ".jar", "--no-window", "--refresh",
                TICK_MILLIS + "ms", "--output", csv.toString(), "--metrics-port", Integer.toString(port),
                "--bootstrap-server", address));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectOutput(new File("/dev/null"))
                .redirectError(folder.resolve(program + ".err").toFile())
                .start();
        return new Chart(program, topic, process, port, csv, new ArrayList<>());
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            Map<String, String> config = Map.of("max.message.bytes", Integer.toString(BIG + 1024 * 1024));
            admin.createTopics(List.of(
                            new NewTopic("flights", 3, (short) 1).configs(config),
                            new NewTopic("stocks", 3, (short) 1).configs(config)))
                    .all()
                    .get();
        }
    }

    private void startBroker() throws IOException {
        broker = new ProcessBuilder(
                        java("java"), "-Xmx384m", "-jar", "broker/target/broker.jar", "--port", "0", "--data-dir",
                        folder.resolve("broker").toString())
                .redirectError(new File("/dev/null"))
                .start();
        String line = new BufferedReader(new InputStreamReader(broker.getInputStream(), UTF_8)).readLine();
        address = line.replaceAll(".*ready on (localhost:\\d+).*", "$1");
    }

    private void end() throws Exception {
        List<Process> all = new ArrayList<>();
        charts.forEach(chart -> all.add(chart.process()));
        if (broker != null) {
            all.add(broker);
        }
        for (Process process : all) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static long last(List<Long> heap) {
        return heap.get(heap.size() - 1);
    }

    private static long least(List<Long> heap) {
        return heap.stream().mapToLong(bytes -> bytes).min().orElse(0);
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
