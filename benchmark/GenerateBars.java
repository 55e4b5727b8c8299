import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes made-up daily bars of many symbols to standard output, day by day as an exchange would:
 * {@code java benchmark/GenerateBars.java 1000 1000 >bars.csv} for 1,000 symbols of 1,000 bars. The same numbers are
 * always the same file.
 */
public final class GenerateBars {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[0].matches("\\d{1,5}") || !args[1].matches("\\d{1,5}")) {
            System.err.println("Usage: java benchmark/GenerateBars.java SYMBOLS BARS >FILE.csv");
            System.exit(2);
        }
        write(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }

    private static void write(int symbols, int bars) throws IOException {
        SplittableRandom random = new SplittableRandom(2015);
        double[] prices = random.doubles(symbols, 5, 500).toArray();
        LocalDate day = FIRST;
        try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
            out.write("Date,Open,High,Low,Close,Adj Close,Volume,Symbol\n".getBytes(StandardCharsets.US_ASCII));
            for (int bar = 0; bar < bars; bar++) {
                while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                    day = day.plusDays(1);
                }
                for (int symbol = 0; symbol < symbols; symbol++) {
                    double open = prices[symbol];
                    double close = open * (0.98 + random.nextDouble(0.0402));
                    prices[symbol] = close;
                    out.write(row(day, symbol, open, close, random).getBytes(StandardCharsets.US_ASCII));
                }
                day = day.plusDays(1);
            }
        }
    }

    private static String row(LocalDate day, int symbol, double open, double close, SplittableRandom random) {
        double high = Math.max(open, close) * (1 + random.nextDouble(0.01));
        double low = Math.min(open, close) * (1 - random.nextDouble(0.01));
        return String.join(
                        ",",
                        day.toString(),
                        cents(open),
                        cents(high),
                        cents(low),
                        cents(close),
                        cents(close),
                        Integer.toString(100_000 + random.nextInt(10_000_000)),
                        String.format(Locale.ROOT, "S%04d", symbol))
                + "\n";
    }

    /** With two decimals, as exchanges quote; {@code String.format} would take a minute. */
    private static String cents(double price) {
        long cents = Math.round(price * 100);
        return cents / 100 + "." + (cents / 10) % 10 + cents % 10;
    }
}
