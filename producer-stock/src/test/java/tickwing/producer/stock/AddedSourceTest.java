package tickwing.producer.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.common.bar.Bar;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicReader;
import tickwing.producer.stock.coin.CoinSource;
import tickwing.producer.stock.link.StandIn;
import tickwing.producer.stock.link.StandIn.Answer;
import tickwing.producer.stock.live.RecordedRows;
import tickwing.producer.stock.source.Outlet;
import tickwing.producer.stock.source.StockSource;

/** The source that CONTRIBUTING.md adds: a package, and a line on the list. */
@Timeout(30)
class AddedSourceTest {
    private final RecordedRows topic = new RecordedRows();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        List<StockSource> sources = new ArrayList<>(Sources.standard());
        sources.add(new CoinSource());
        return Program.run(
                new ProducerStock(sources, (settings, name) -> new InMemory()),
                new PrintWriter(out),
                new PrintWriter(err),
                args);
    }

    private final class InMemory implements Outlet {
        @Override
        public void ensure() {}

        @Override
        public void read(TopicReader.Sink<Bar> sink) {}

        @Override
        public RowPublisher open() {
            return topic;
        }
    }

    @Test
    void standsInTheHelpWithItsOwnOption() {
        assertEquals(ExitCode.DONE, run("--help"));
        assertTrue(out.toString().contains("--source=csv|simulated|yahoo|binance|coin"), out.toString());
        assertTrue(out.toString().contains("--coin-url=URL"), out.toString());
    }

    @Test
    void publishesAQuoteOfTheServiceThatItsOwnOptionNames() throws IOException {
        int code;
        try (StandIn service = new StandIn(uri -> answer(uri))) {
            String url = service.url().toString();
            code = run(
                    "--source",
                    "coin",
                    "--coin-url",
                    url,
                    "--symbols",
                    "BTC",
                    "--every",
                    "100ms",
                    "--num-records",
                    "1");
        }
        assertEquals(ExitCode.DONE, code, err.toString());
        assertEquals(1, topic.bars().size());
        Bar quote = topic.bars().get(0);
        assertEquals("BTC", quote.symbol());
        assertEquals(64_000.5, quote.close());
        assertTrue(out.toString().startsWith("coin: 0 bars of history and 1 quotes of 1 symbols"), out.toString());
    }

    private static Answer answer(URI uri) {
        return uri.getPath().equals("/price/BTC") ? Answer.ok("64000.5\n") : Answer.status(404);
    }

    @Test
    void refusesWhatGoesWithOthersOnly() {
        assertEquals(ExitCode.USAGE, run("--source", "coin", "--symbols", "BTC", "--history", "1y"));
        assertTrue(
                err.toString().startsWith("--history goes with --source yahoo or binance, not with --source coin.\n"),
                err.toString());
        assertEquals(ExitCode.USAGE, run("--coin-url", "http://localhost:1", "x.csv"));
        assertTrue(err.toString().contains("--coin-url goes with --source coin, not with files.\n"), err.toString());
    }

    @Test
    void isPrintedInContributing() throws IOException {
        String page = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        String example = page.substring(page.indexOf("## Add a live source"));
        String begin = "```java\n";
        int start = example.indexOf(begin) + begin.length();
        Path file = Path.of("src", "test", "java", "tickwing", "producer", "stock", "coin", "CoinSource.java");
        assertEquals(Files.readString(file), example.substring(start, example.indexOf("```", start)));
    }
}
