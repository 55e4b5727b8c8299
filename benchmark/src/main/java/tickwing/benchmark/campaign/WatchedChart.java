package tickwing.benchmark.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A consumer without a window that rewrites a CSV file at each refresh and shows its metrics.
 *
 * @param port of its metrics
 * @param csv its file
 */
public record WatchedChart(Started program, int port, Path csv) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Starts a consumer that refreshes so often. */
    public static WatchedChart start(
            Testbed testbed, TestBroker broker, int refreshMillis, String consumer, Object... options)
            throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path csv = Files.createTempDirectory(testbed.folder(), "chart-").resolve(consumer + ".csv");
        List<Object> all = new ArrayList<>(List.of(
                "--no-window",
                "--refresh",
                refreshMillis + "ms",
                "--output",
                csv,
                "--metrics-port",
                port,
                "--bootstrap-server",
                broker.address()));
        all.addAll(Arrays.asList(options));
        return new WatchedChart(testbed.start(consumer, all.toArray()), port, csv);
    }

    public boolean isAlive() {
        return program.process().isAlive();
    }

    /** The third column of the file by its first two, joined by a comma; empty while there is no file. */
    public Map<String, String> shown() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        if (Files.exists(csv)) {
            for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                shown.put(cells[0] + "," + cells[1], cells[2]);
            }
        }
        return shown;
    }

    /** A metric without labels; 0 when it is not there yet, -1 when nobody answers. */
    public double metric(String name) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Bytes that are reachable, after a full collection; 0 when the process is gone. */
    public long liveHeap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process =
                    new ProcessBuilder(jcmd, Long.toString(program.process().pid()), "GC.class_histogram").start();
            try (BufferedReader lines = process.inputReader()) {
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
}
