package tickwing.benchmark.campaign.hostile;

import com.sun.net.httpserver.HttpServer;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tickwing.benchmark.campaign.GarbageRecords;
import tickwing.benchmark.campaign.Started;
import tickwing.common.text.CsvCell;

/** Symbols, airlines, cells and files with names that a terminal, a log, a spreadsheet or Swing would obey. */
final class Names implements Attack {
    private static final String BARS = "Date,Open,High,Low,Close,Adj Close,Volume\n2013-01-02,10,11,9,10,,100\n";

    @Override
    public String name() {
        return "names that are obeyed";
    }

    @Override
    public void run(Scene scene) throws Exception {
        files(scene);
        cells(scene);
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            records(scene, HostileText.html(server.getAddress().getPort()));
            if (!GraphicsEnvironment.isHeadless()) {
                window(scene);
            }
        } finally {
            server.stop(0);
        }
        scene.expect(fetched.get() == 0, "an address in a name was fetched %d times", fetched.get());
    }

    private void files(Scene scene) throws IOException, InterruptedException {
        Path folder = scene.folder("names");
        List<Object> files = new ArrayList<>();
        for (String name : HostileText.names()) {
            try {
                Path file = folder.resolve(name.replace('/', '_') + ".csv");
                Files.writeString(file, BARS + "soon,1,2,3,4,,5\n");
                files.add(file);
            } catch (InvalidPathException | IOException e) {
                // A name that this system takes for no file.
            }
        }
        Started dry = scene.run("producer-stock", with(files, "--dry-run"));
        scene.expectCode(dry, 3);
        scene.expect(!Scene.hasControls(dry.said()), "--dry-run printed a control character: %s", Scene.tail(dry));
        Started published = scene.run("producer-stock", with(files, "--topic", "file-names", "--quiet"));
        scene.expectCode(published, 3);
        scene.expect(!Scene.hasControls(published.said()), "a summary has a control character");
        Started missing = scene.run("producer-flight", folder.resolve(HostileText.TITLE + "-none.csv"));
        scene.expectCode(missing, 1);
        for (String program :
                List.of("producer-flight", "producer-stock", "consumer-flights", "topics", "tail", "broker", "demo")) {
            Started usage = scene.testbed().run(program, "--" + HostileText.TITLE);
            scene.expectCode(usage, 2);
            scene.expectCleanWords(usage);
        }
    }

    /** Rows whose symbols and airlines are such names, and some whose numbers are. */
    private void cells(Scene scene) throws IOException, InterruptedException {
        StringBuilder bars = new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume,Symbol\n");
        StringBuilder flights = new StringBuilder("YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER\n");
        for (String name : HostileText.names()) {
            bars.append("2013-01-02,10,11,9,10,,100,")
                    .append(CsvCell.quoted(name))
                    .append('\n');
            bars.append("2013-01-02,10,11,9,").append(CsvCell.quoted(name)).append(",,100,Y\n");
            flights.append("2014,1,1,").append(CsvCell.quoted(name)).append(",1\n");
            flights.append("2014,1,").append(CsvCell.quoted(name)).append(",AA,1\n");
        }
        Path folder = scene.folder("cells");
        Path barFile = Files.writeString(folder.resolve("bars.csv"), bars);
        Path flightFile = Files.writeString(folder.resolve("flights.csv"), flights);
        for (boolean dry : new boolean[] {true, false}) {
            Object[] more = dry ? new Object[] {"--dry-run"} : new Object[] {"--quiet"};
            for (Started ended : List.of(
                    scene.run("producer-stock", with(List.of(barFile, "--topic", "cells-stocks"), more)),
                    scene.run("producer-flight", with(List.of(flightFile, "--topic", "cells-flights"), more)))) {
                scene.expectCode(ended, 3);
                scene.expect(!Scene.hasControls(ended.said()), "%s printed a control character", ended.program());
            }
        }
        charts(scene, "cells-stocks", "cells-flights");
    }

    private void records(Scene scene, String html) throws Exception {
        List<String> bars = new ArrayList<>();
        List<String> flights = new ArrayList<>();
        List<String> names = new ArrayList<>(HostileText.names());
        names.add(html);
        for (String name : names) {
            String quoted = HostileText.json(name);
            bars.add(GarbageRecords.bar("2015-01-02", "#", "1500.0").replace("\"#\"", quoted));
            bars.add(GarbageRecords.bar("2015-01-02", "Z", "#").replace("#", quoted));
            flights.add(GarbageRecords.flight("2015-01-02", "#").replace("\"#\"", quoted));
            flights.add(GarbageRecords.flight("2015-01-02", "ZZ").replace("\"02\"", quoted));
        }
        scene.createTopic("names-stocks");
        scene.createTopic("names-flights");
        scene.publishTexts("names-stocks", bars);
        scene.publishTexts("names-flights", flights);
        charts(scene, "names-stocks", "names-flights");
    }

    private static void charts(Scene scene, String stocks, String flights) throws IOException, InterruptedException {
        List<String> consumers = new ArrayList<>(Scene.STOCK_CONSUMERS);
        consumers.add(Scene.FLIGHT_CONSUMER);
        for (String consumer : consumers) {
            String topic = consumer.equals(Scene.FLIGHT_CONSUMER) ? flights : stocks;
            Path picture = scene.folder("pictures").resolve(consumer + ".svg");
            List<Object> options = new ArrayList<>(List.of("--once", "--topic", topic));
            if (consumer.equals(Scene.FLIGHT_CONSUMER)) {
                options.addAll(List.of("--top", 100));
            }
            Started once = scene.run(consumer, with(options, "--output", "-", "--output", picture));
            scene.expectCode(once, 0);
            long rows = once.said().lines().count();
            scene.expect(rows > 10, "%s drew only %d rows of %s", consumer, rows, topic);
            scene.expect(
                    !Files.readString(picture).contains("<html>"), "%s put a name into its picture as it is", consumer);
            Started drawn = scene.run(consumer, with(options, "--terminal"));
            scene.expectCode(drawn, 0);
            scene.expectCleanDrawing(drawn);
        }
        for (String topic : List.of(stocks, flights)) {
            scene.expectCode(scene.run("tail", topic, "--once"), 0);
        }
        Started listed = scene.run("topics");
        scene.expectCode(listed, 0);
        scene.expect(!Scene.hasControls(listed.said()), "topics printed a control character");
    }

    /** With a list of symbols at its side, and half of them in its title. */
    private static void window(Scene scene) throws Exception {
        for (String consumer : Scene.STOCK_CONSUMERS) {
            Started window = scene.start(consumer, "--topic", "names-stocks", "--refresh", "500ms");
            // Long enough for a fetch, which would be one of the first things to be done.
            boolean ended = window.awaitEnd(Duration.ofSeconds(8));
            scene.expect(!ended, "the window of %s did not stay open: %s", consumer, Scene.tail(window));
            window.stop();
            scene.expectCleanWords(window);
        }
    }

    private static Object[] with(List<?> some, Object... more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
