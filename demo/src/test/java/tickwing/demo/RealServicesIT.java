package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same programs against the real services, for those who have internet and ask for it. */
@EnabledIfSystemProperty(
        named = "tickwing.live",
        matches = "true",
        disabledReason = "Not run: it needs the internet; ./mvnw verify -Plive runs it.")
class RealServicesIT {
    @TempDir
    private Path folder;

    @Test
    void yahooHasTheLastDaysOfApple() throws IOException {
        reach("query1.finance.yahoo.com");
        publishes(3, "--source", "yahoo", "--symbols", "AAPL", "--history", "10d");
    }

    @Test
    void binanceQuotesBitcoin() throws IOException {
        reach("data-stream.binance.vision");
        publishes(2, "--source", "binance", "--symbols", "BTCUSDT", "--history", "0d");
    }

    private void publishes(int records, Object... options) throws IOException {
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Object[] all = new Object[options.length + 4];
            System.arraycopy(options, 0, all, 4, options.length);
            all[0] = "--bootstrap-server";
            all[1] = broker.address();
            all[2] = "--num-records";
            all[3] = records;
            Suite.run("producer-stock", all).expect(0);
            assertEquals(records, Topic.records(broker.address(), "stocks").size());
        }
    }

    private static void reach(String host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, 443), 5_000);
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            String sentence = "Not run: " + host + " cannot be reached from here; this test needs the internet.";
            System.out.println(sentence);
            abort(sentence);
        }
    }
}
