package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock bars from the real files through real programs and a real broker; the numbers compared with TA-Lib's. */
class StocksIT {
    private static final List<String> SYMBOLS = List.of("AAPL", "GOOG", "IBM");
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    @BeforeAll
    static void publish() throws IOException {
        broker = new Suite.Broker(folder);
        Suite.Ended ended = stocks(files(Suite.data("stocks"))).expect(0);
        assertTrue(ended.out().contains("1,552 rows read, 1,552 published to stocks"), ended.out());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void drawsTheBollingerBandsThatTaLibComputes() throws IOException {
        List<String[]> rows = chart("consumer-bollinger", "symbol,time,close,middle,upper,lower");
        int at = 0;
        for (String symbol : SYMBOLS) {
            double[][] ohlc = ohlc(symbol);
            int n = ohlc[0].length;
            double[] upper = new double[n];
            double[] middle = new double[n];
            double[] lower = new double[n];
            MInteger begin = new MInteger();
            MInteger length = new MInteger();
            assertEquals(
                    RetCode.Success,
                    new Core().bbands(0, n - 1, ohlc[3], 20, 2, 2, MAType.Sma, begin, length, upper, middle, lower));
            assertEquals(19, begin.value);
            for (int i = 0; i < n; i++, at++) {
                String[] row = rows.get(at);
                assertEquals(symbol, row[0]);
                assertEquals(ohlc[3][i], Double.parseDouble(row[2]));
                assertSame(i < 19, i - 19, middle, row[3]);
                assertSame(i < 19, i - 19, upper, row[4]);
                assertSame(i < 19, i - 19, lower, row[5]);
            }
        }
        assertEquals(at, rows.size());
    }

    @Test
    void drawsTheAroonThatTaLibComputes() throws IOException {
        List<String[]> rows = chart("consumer-aroon", "symbol,time,up,down,oscillator");
        int at = 0;
        for (String symbol : SYMBOLS) {
            double[][] ohlc = ohlc(symbol);
            int n = ohlc[0].length;
            double[] up = new double[n];
            double[] down = new double[n];
            double[] oscillator = new double[n];
            MInteger begin = new MInteger();
            MInteger length = new MInteger();
            Core core = new Core();
            assertEquals(RetCode.Success, core.aroon(0, n - 1, ohlc[1], ohlc[2], 25, begin, length, down, up));
            assertEquals(RetCode.Success, core.aroonOsc(0, n - 1, ohlc[1], ohlc[2], 25, begin, length, oscillator));
            assertEquals(25, begin.value);
            for (int i = 0; i < n; i++, at++) {
                String[] row = rows.get(at);
                assertSame(i < 25, i - 25, up, row[2]);
                assertSame(i < 25, i - 25, down, row[3]);
                assertSame(i < 25, i - 25, oscillator, row[4]);
            }
        }
        assertEquals(at, rows.size());
    }

    @Test
    void hasEveryIndicatorOfTheCatalogueAsAskedForAndAsTaLibComputesIt() throws IOException {
        List<String> ids = ids();
        assertTrue(ids.containsAll(List.of("sma", "rsi", "obv")), ids.toString());
        String[] lines =
                csv("consumer-indicator", "--indicators", String.join(",", ids)).split("\n");
        List<String> header = List.of(lines[0].split(","));
        assertEquals(List.of("symbol", "time", "close"), header.subList(0, 3));
        List<String> asked = header.stream()
                .skip(3)
                .map(column -> column.split("_")[0])
                .distinct()
                .toList();
        assertEquals(ids, asked);
        int at = 1;
        for (String symbol : SYMBOLS) {
            double[][] ohlc = ohlc(symbol);
            int n = ohlc[0].length;
            double[] rsi = new double[n];
            double[] atr = new double[n];
            MInteger begin = new MInteger();
            MInteger length = new MInteger();
            Core core = new Core();
            assertEquals(RetCode.Success, core.rsi(0, n - 1, ohlc[3], 14, begin, length, rsi));
            assertEquals(RetCode.Success, core.atr(0, n - 1, ohlc[1], ohlc[2], ohlc[3], 14, begin, length, atr));
            for (int i = 0; i < n; i++, at++) {
                String[] row = lines[at].split(",", -1);
                assertEquals(header.size(), row.length);
                assertEquals(symbol, row[0]);
                assertEquals(ohlc[3][i], Double.parseDouble(row[2]));
                assertSame(i < 14, i - 14, rsi, row[header.indexOf("rsi_14")]);
                assertSame(i < 14, i - 14, atr, row[header.indexOf("atr_14")]);
            }
        }
        assertEquals(at, lines.length);
        for (int c = 3; c < header.size(); c++) {
            // A column is empty while it warms up, and never again; each symbol warms up for itself.
            int[] empty = new int[SYMBOLS.size()];
            for (int i = 1; i < lines.length; i++) {
                String[] row = lines[i].split(",", -1);
                boolean first = !lines[i - 1].startsWith(row[0] + ",");
                boolean warmingUp = first || lines[i - 1].split(",", -1)[c].isEmpty();
                assertTrue(warmingUp || !row[c].isEmpty(), header.get(c) + " at " + lines[i]);
                empty[SYMBOLS.indexOf(row[0])] += row[c].isEmpty() ? 1 : 0;
            }
            assertEquals(1, Arrays.stream(empty).distinct().count(), header.get(c));
        }
    }

    private static List<String> ids() {
        return Suite.run("consumer-indicator", "--list")
                .expect(0)
                .out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" ")[0])
                .toList();
    }

    @Test
    void drawsTheSameWhenFilesArePublishedTwiceAndShuffled() throws IOException {
        String bollinger = csv("consumer-bollinger");
        String aroon = csv("consumer-aroon");
        String every = String.join(",", ids());
        String indicators = csv("consumer-indicator", "--indicators", every);
        Path shuffled = Files.createDirectories(folder.resolve("shuffled"));
        for (String symbol : SYMBOLS) {
            List<String> lines = new ArrayList<>(Files.readAllLines(Suite.data("stocks/" + symbol + ".csv")));
            Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
            Files.write(shuffled.resolve(symbol + ".csv"), lines);
        }
        stocks(files(Suite.data("stocks")), "--again").expect(0);
        stocks(files(shuffled), "--again").expect(0);
        assertEquals(bollinger, csv("consumer-bollinger"));
        assertEquals(aroon, csv("consumer-aroon"));
        assertEquals(indicators, csv("consumer-indicator", "--indicators", every));
    }

    @Test
    void carriesDecimalsOfVolumesAndUnknownOnesFromTheFileToTheChart() throws IOException {
        Path file = Files.writeString(folder.resolve("COIN.csv"), """
                Date,Open,High,Low,Close,Volume
                2014-01-06,1,1,1,1,
                2014-01-07,1,2,1,2,0.00012300
                2014-01-08,2,3,2,3,-
                2014-01-09,3,4,3,4,12345.67800000
                2014-01-10,4,4,3,3,N/A
                2014-01-13,3,5,3,5,1234
                """);
        stocks(new Object[] {file}, "--topic", "coins").expect(0);
        Contract.STOCKS.isKeptBy(Topic.records(broker.address(), "coins"));
        List<String> volumes = Topic.records(broker.address(), "coins").stream()
                .map(r -> new String(r.value()).replaceAll(".*\"Date\":\"([^\"]*)\".*\"Volume\":([^,]*),.*", "$1 $2"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "2014-01-06 null",
                        "2014-01-07 0.000123",
                        "2014-01-08 null",
                        "2014-01-09 12345.678",
                        "2014-01-10 null",
                        "2014-01-13 1234"),
                volumes);
        assertEquals("""
                symbol,time,close,volume_2_volume,volume_2_mean,obv
                COIN,2014-01-06,1.0,,,
                COIN,2014-01-07,2.0,0.000123,0.000123,0.000123
                COIN,2014-01-08,3.0,,0.000123,0.000123
                COIN,2014-01-09,4.0,12345.678,12345.678,12345.678123
                COIN,2014-01-10,3.0,,12345.678,12345.678123
                COIN,2014-01-13,5.0,1234.0,1234.0,13579.678123
                """, csv("consumer-indicator", "--topic", "coins", "--indicators", "volume:2,obv"));
        assertEquals(7, csv("consumer-bollinger", "--topic", "coins").lines().count());
    }

    @Test
    void goesOnWithSimulatedQuotesThatAreMarked() {
        stocks(files(Suite.data("stocks")), "--topic", "simulated").expect(0);
        String before = csv("consumer-bollinger", "--topic", "simulated");
        Suite.Ended ended = Suite.run(
                        "producer-stock",
                        "--source",
                        "simulated",
                        "--topic",
                        "simulated",
                        "--every",
                        "5ms",
                        "--ticks-per-bar",
                        "4",
                        "--seed",
                        "1",
                        "--num-records",
                        "30",
                        "--bootstrap-server",
                        broker.address())
                .expect(0);
        assertTrue(ended.out().contains("30 quotes of 3 symbols"), ended.out());
        String after = csv("consumer-bollinger", "--topic", "simulated", "--symbols", "AAPL");
        List<String> real = before.lines().filter(l -> l.startsWith("AAPL")).toList();
        List<String> all = after.lines().filter(l -> l.startsWith("AAPL")).toList();
        assertEquals(real, all.subList(0, real.size()));
        assertEquals(
                List.of("2014-01-01", "2014-01-02", "2014-01-03"),
                all.subList(real.size(), all.size()).stream()
                        .map(l -> l.split(",")[1])
                        .toList());
        Contract.STOCKS.isKeptBy(Topic.records(broker.address(), "simulated"));
        long marked = Topic.records(broker.address(), "simulated").stream()
                .filter(r -> new String(r.value()).contains("\"Simulated\":true"))
                .count();
        assertEquals(30, marked);
    }

    private static void assertSame(boolean warmUp, int index, double[] expected, String cell) {
        if (warmUp) {
            assertEquals("", cell);
        } else {
            double value = Double.parseDouble(cell);
            assertEquals(expected[index], value, TOLERANCE * Math.max(1, Math.abs(expected[index])));
        }
    }

    /** Open, high, low and close of a file, read without anything of the suite. */
    private static double[][] ohlc(String symbol) throws IOException {
        List<String> lines = Files.readAllLines(Suite.data("stocks/" + symbol + ".csv"));
        double[][] ohlc = new double[4][lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            for (int c = 0; c < 4; c++) {
                ohlc[c][i - 1] = Double.parseDouble(cells[c + 1]);
            }
        }
        return ohlc;
    }

    private static Object[] files(Path of) {
        return SYMBOLS.stream().map(s -> of.resolve(s + ".csv")).toArray();
    }

    private static Suite.Ended stocks(Object[] files, Object... options) {
        List<Object> all = new ArrayList<>(List.of(files));
        all.addAll(List.of(options));
        all.addAll(List.of("--bootstrap-server", broker.address()));
        return Suite.run("producer-stock", all.toArray());
    }

    private static List<String[]> chart(String program, String header) {
        List<String> lines = csv(program).lines().toList();
        assertEquals(header, lines.get(0));
        return lines.stream().skip(1).map(l -> l.split(",", -1)).toList();
    }

    private static String csv(String program, Object... options) {
        List<Object> all = new ArrayList<>(List.of("--once", "--output", "-", "--bootstrap-server", broker.address()));
        all.addAll(List.of(options));
        return Suite.run(program, all.toArray()).expect(0).out();
    }
}
