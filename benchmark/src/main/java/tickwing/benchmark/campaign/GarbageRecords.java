package tickwing.benchmark.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Flights and bars of which one in a hundred is garbage, and what charts of the good ones must show. */
public final class GarbageRecords {
    /** The size of the largest values. */
    static final int BIG = 10 * 1024 * 1024;

    private static final int EVERY = 100;
    /** How many values on each topic are of that size. */
    private static final int BIG_ONES = 100;

    private static final String[] AIRLINES = {"AA", "DL", "UA", "WN", "B6", "AS"};
    private static final String[] SYMBOLS = {"AAPL", "GOOG", "IBM", "MSFT", "NVDA"};

    /** A flight and a bar; both good or both bad. */
    record Pair(String airline, byte[] flight, String symbol, byte[] bar) {}

    private final SplittableRandom random = new SplittableRandom(24);
    private final Map<String, String> flights = new TreeMap<>();
    private final Map<String, String> closes = new TreeMap<>();
    private final int records;
    private int bad;

    /** @param records how many of each there will be */
    GarbageRecords(int records) {
        this.records = records;
    }

    /** How many of each were garbage so far. */
    int bad() {
        return bad;
    }

    /** Good flights so far, by "date,airline". */
    Map<String, String> flights() {
        return flights;
    }

    /** The last good close so far, by "symbol,date". */
    Map<String, String> closes() {
        return closes;
    }

    /** @param number 0 for the first */
    Pair next(int number) {
        String day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(250)).toString();
        String airline = AIRLINES[random.nextInt(AIRLINES.length)];
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        String close = Double.toString(1000 + random.nextInt(100_000) / 100.0);
        String flight = flight(day, airline);
        String bar = bar(day, symbol, close);
        if (number % EVERY == EVERY / 2) {
            int kind = bad % Math.max(1, records / EVERY / BIG_ONES) == 0 ? 5 : bad % 5;
            bad++;
            return new Pair(
                    airline, garbage(kind, flight, "AIRLINE", "DAY"), symbol, garbage(kind, bar, "Label", "Close"));
        }
        flights.merge(day + "," + airline, "1", (a, b) -> Integer.toString(Integer.parseInt(a) + 1));
        closes.put(symbol + "," + day, close);
        return new Pair(airline, flight.getBytes(UTF_8), symbol, bar.getBytes(UTF_8));
    }

    private byte[] garbage(int kind, String good, String name, String number) {
        String rest = good.substring(1);
        return switch (kind) {
            case 0 -> randomBytes(1 + random.nextInt(1_000));
            // A reader of flights stops where it has the date and the airline.
            case 1 ->
                good.substring(0, 1 + random.nextInt(good.indexOf('"' + name + '"')))
                        .getBytes(UTF_8);
            case 2 ->
                (random.nextBoolean() ? "[".repeat(100_000) : "{\"deep\":" + "{\"a\":".repeat(50_000) + rest)
                        .getBytes(UTF_8);
            // Of a flight's columns the first counts, of a bar's fields the last: bad either way.
            case 3 ->
                ("{\"" + number + "\":\"soon\"," + rest.replace("}", ",\"" + number + "\":\"later\"}")).getBytes(UTF_8);
            case 4 ->
                ("{\"" + name + "\":{},\"" + number + "\":[1],\"YEAR\":true,\"Open\":false,\"Date\":{}}")
                        .getBytes(UTF_8);
            default -> big(good, name, number);
        };
    }

    private byte[] big(String good, String name, String number) {
        return switch (random.nextInt(3)) {
            case 0 -> randomBytes(BIG);
            case 1 ->
                good.replaceAll("\"" + name + "\":\"\\w+\"", "\"" + name + "\":\"" + "X".repeat(BIG) + "\"")
                        .getBytes(UTF_8);
            default ->
                good.replaceAll(
                                "\"" + number + "\":\"?[0-9.]+\"?",
                                "\"" + number + "\":\"" + "9x".repeat(BIG / 2) + "\"")
                        .getBytes(UTF_8);
        };
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A flight as JSON. */
    public static String flight(String day, String airline) {
        String[] parts = day.split("-");
        return "{\"YEAR\":\"%s\",\"MONTH\":\"%s\",\"DAY\":\"%s\",\"AIRLINE\":\"%s\",\"ORIGIN_AIRPORT\":\"LAX\"}"
                .formatted(parts[0], parts[1], parts[2], airline);
    }

    /** A bar as JSON, whose open, high and low fit any close from 1000 to 2000. */
    public static String bar(String day, String symbol, String close) {
        return "{\"Date\":\"%s\",\"Open\":1500,\"High\":2000,\"Low\":1000,\"Close\":%s,\"Volume\":7,\"Label\":\"%s\"}"
                .formatted(day, close, symbol);
    }
}
