package tickwing.producer.stock.csv;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A bar as a table of a test has it.
 *
 * @param time UTC; midnight where it is daily
 * @param adjusted null for none
 * @param volume null for none
 */
record TypedBar(
        String symbol,
        String interval,
        LocalDateTime time,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal adjusted,
        BigDecimal volume) {
    private static final List<String> SYMBOLS = List.of(
            "AAPL",
            "BRK-B",
            "^GSPC",
            "EURUSD=X",
            "BTC-USD",
            "0700.HK",
            "RDS.A",
            "600519",
            "É€",
            "A B",
            "LOW",
            "OPEN",
            "X",
            "NA",
            "CLOSE",
            "MAR",
            "1INCH-USD",
            "BRK.B");

    boolean daily() {
        return interval.equals("1d") || interval.equals("1w") || interval.equals("1mo");
    }

    /** Symbol, interval, time and numbers, in one form for those written and those read. */
    String text() {
        return text(symbol, interval, time.toString(), numbers(open, high, low, close, adjusted, volume));
    }

    /** The same without adjusted close and volume, which not all files have. */
    TypedBar with(BigDecimal itsAdjusted, BigDecimal itsVolume) {
        return new TypedBar(symbol, interval, time, open, high, low, close, itsAdjusted, itsVolume);
    }

    /** The same of another symbol. */
    TypedBar of(String other) {
        return new TypedBar(other, interval, time, open, high, low, close, adjusted, volume);
    }

    /** The same with one value for all prices. */
    TypedBar flat() {
        return new TypedBar(symbol, interval, time, close, close, close, close, null, null);
    }

    private static String numbers(BigDecimal... numbers) {
        List<String> texts = new ArrayList<>();
        for (BigDecimal number : numbers) {
            texts.add(
                    number == null
                            ? "-"
                            : number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toPlainString());
        }
        return String.join(" ", texts);
    }

    private static String text(String symbol, String interval, String time, String numbers) {
        return symbol + " " + interval + " " + time + " " + numbers;
    }

    /** What a record says. */
    static String text(JsonNode record) {
        String date = record.get("Date").asText();
        LocalDateTime time = date.length() == 10
                ? LocalDateTime.parse(date + "T00:00")
                : OffsetDateTime.parse(date)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
        String[] names = {"Open", "High", "Low", "Close", "Adj Close", "Volume"};
        BigDecimal[] numbers = new BigDecimal[names.length];
        for (int i = 0; i < names.length; i++) {
            JsonNode value = record.get(names[i]);
            numbers[i] = value.isNull() ? null : new BigDecimal(value.asText());
        }
        return text(record.get("Label").asText(), record.get("Interval").asText(), time.toString(), numbers(numbers));
    }

    /** Series of one to three symbols, at the times at which all of them are traded. */
    static List<TypedBar> table(Random random, String interval, int symbols, boolean aroundTheClock) {
        List<LocalDateTime> times = times(random, interval, aroundTheClock);
        int decimals = random.nextInt(5);
        List<String> names = new ArrayList<>(SYMBOLS);
        java.util.Collections.shuffle(names, random);
        List<TypedBar> bars = new ArrayList<>();
        for (String symbol : names.subList(0, symbols)) {
            double price = Math.pow(10, random.nextDouble() * 4 - 0.3);
            boolean whole = random.nextBoolean();
            for (LocalDateTime time : times) {
                bars.add(bar(random, symbol, interval, time, price, decimals, whole));
                price *= 1 + (random.nextDouble() - 0.5) * 0.04;
            }
        }
        return bars;
    }

    private static TypedBar bar(
            Random random,
            String symbol,
            String interval,
            LocalDateTime time,
            double price,
            int decimals,
            boolean whole) {
        BigDecimal open = number(price * (1 + random.nextDouble() * 0.01), decimals);
        BigDecimal close = number(price * (1 + random.nextDouble() * 0.01), decimals);
        BigDecimal high = open.max(close).add(number(price * random.nextDouble() * 0.01, decimals));
        BigDecimal low = open.min(close).subtract(number(price * random.nextDouble() * 0.01, decimals));
        BigDecimal volume = whole
                ? BigDecimal.valueOf(random.nextInt(90_000_000))
                : number(random.nextDouble() * 5_000, Math.max(1, decimals));
        BigDecimal adjusted = number(price * 0.9, Math.max(2, decimals));
        return new TypedBar(symbol, interval, time, open, high, low, close, adjusted, volume);
    }

    private static BigDecimal number(double value, int decimals) {
        return BigDecimal.valueOf(Math.round(value * Math.pow(10, decimals)), decimals);
    }

    private static List<LocalDateTime> times(Random random, String interval, boolean aroundTheClock) {
        int count = 3 + random.nextInt(40);
        LocalDateTime at =
                LocalDateTime.of(1999 + random.nextInt(26), 1, 1, 0, 0).plusDays(random.nextInt(365));
        if (interval.equals("1w")) {
            at = at.minusDays(at.getDayOfWeek().getValue() - 1L);
        } else if (interval.equals("1mo")) {
            at = at.withDayOfMonth(1);
        } else if (!interval.equals("1d")) {
            at = at.plusHours(aroundTheClock ? random.nextInt(24) : 14);
        }
        List<LocalDateTime> times = new ArrayList<>();
        while (times.size() < count) {
            boolean weekend = at.getDayOfWeek().getValue() > 5;
            boolean open = interval.equals("1mo")
                    || aroundTheClock
                    || !weekend
                            && (interval.equals("1d")
                                    || interval.equals("1w")
                                    || at.getHour() >= 14 && at.getHour() < 21);
            if (open) {
                times.add(at);
            }
            at = next(at, interval);
        }
        return times;
    }

    private static LocalDateTime next(LocalDateTime at, String interval) {
        return switch (interval) {
            case "1d" -> at.plusDays(1);
            case "1w" -> at.plusWeeks(1);
            case "1mo" -> at.plusMonths(1);
            case "1h" -> at.plusHours(1);
            default -> at.plusMinutes(Integer.parseInt(interval.replace("m", "")));
        };
    }
}
