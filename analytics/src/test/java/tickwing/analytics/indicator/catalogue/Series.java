package tickwing.analytics.indicator.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tickwing.analytics.indicator.Candle;

/** A series of bars to try indicators on. */
record Series(String name, List<Candle> bars) {
    private static final int BARS = 160;

    /** One of the project's own files of daily bars, at most so many of its last rows. */
    static Series stock(String symbol, int most) {
        Path file = Path.of("..", "data", "stocks", symbol + ".csv");
        try {
            List<String> rows = Files.readAllLines(file);
            return new Series(
                    symbol,
                    rows.subList(Math.max(1, rows.size() - most), rows.size()).stream()
                            .map(Series::bar)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Random bars with volumes; five of them a day. */
    static Series walk(long seed, int bars, double start, double volatility) {
        Random random = new Random(seed);
        List<Candle> candles = new ArrayList<>();
        double close = start;
        for (int i = 0; i < bars; i++) {
            double open = close * Math.exp(volatility / 2 * random.nextGaussian());
            close = open * Math.exp(volatility * random.nextGaussian());
            double high = Math.max(open, close) * Math.exp(volatility * random.nextDouble());
            double low = Math.min(open, close) * Math.exp(-volatility * random.nextDouble());
            candles.add(Candle.of(i / 5, open, high, low, close, 1_000 + random.nextInt(9_000)));
        }
        return new Series("walk from " + start, List.copyOf(candles));
    }

    /** What a series may look like where indicators go wrong. */
    static List<Series> odd() {
        Series walk = walk(11, BARS, 100, 0.02);
        return List.of(
                walk.with("flat from the beginning", i -> bar -> flat(bar, 0.1, 5)),
                walk.with("flat after a walk", i -> bar -> i > 60 ? flat(bar, 7, 5) : bar),
                walk.with("halted", i -> bar -> i > 60 && i < 140 ? flat(bar, walk.close(60), 0) : bar),
                walk(12, BARS, 0.03, 0.05).with("penny", i -> bar -> scaled(bar, p -> Math.rint(p * 100) / 100)),
                walk(13, BARS, 3e-8, 0.05).with("satoshi", i -> bar -> scaled(bar, p -> Math.rint(p * 1e8) / 1e8)),
                walk(14, BARS, 1e-8, 0.0001).with("far below a satoshi's moves", i -> bar -> bar),
                walk.with("without trades", i -> bar -> volume(bar, 0)),
                walk.with("of unknown volume", i -> bar -> volume(bar, Double.NaN)),
                walk.with("of volume unknown here and there", i -> bar -> i % 3 == 1 ? volume(bar, Double.NaN) : bar),
                walk.with("negative", i -> bar -> scaled(bar, p -> p - 500)),
                walk.with("around zero", i -> bar -> scaled(bar, p -> Math.rint(p - walk.close(40)))),
                walk.with("with an absurd price", i -> bar -> i == 70 ? scaled(bar, p -> p * 1e90) : bar),
                walk.with("with leaps", i -> bar -> scaled(bar, p -> i / 30 % 2 == 0 ? p : p * 1e7)),
                walk.with(
                        "flat after a leap",
                        i -> bar -> i < 30 ? bar : i < 32 ? scaled(bar, p -> p * 1e12) : flat(bar, 0.3, 5)));
    }

    double close(int bar) {
        return bars.get(bar).close();
    }

    double[] opens() {
        return bars.stream().mapToDouble(Candle::open).toArray();
    }

    double[] highs() {
        return bars.stream().mapToDouble(Candle::high).toArray();
    }

    double[] lows() {
        return bars.stream().mapToDouble(Candle::low).toArray();
    }

    double[] closes() {
        return bars.stream().mapToDouble(Candle::close).toArray();
    }

    double[] volumes() {
        return bars.stream().mapToDouble(Candle::volume).toArray();
    }

    @Override
    public String toString() {
        return name;
    }

    private Series with(String newName, IntFunction<UnaryOperator<Candle>> change) {
        return new Series(
                newName,
                IntStream.range(0, bars.size())
                        .mapToObj(i -> change.apply(i).apply(bars.get(i)))
                        .toList());
    }

    private static Candle bar(String row) {
        String[] fields = row.split(",");
        return Candle.of(
                LocalDate.parse(fields[0]).toEpochDay(),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[6]));
    }

    private static Candle flat(Candle bar, double price, double volume) {
        return Candle.of(bar.day(), price, price, price, price, volume);
    }

    private static Candle scaled(Candle bar, DoubleUnaryOperator price) {
        return Candle.of(
                bar.day(),
                price.applyAsDouble(bar.open()),
                price.applyAsDouble(bar.high()),
                price.applyAsDouble(bar.low()),
                price.applyAsDouble(bar.close()),
                bar.volume());
    }

    private static Candle volume(Candle bar, double volume) {
        return Candle.of(bar.day(), bar.open(), bar.high(), bar.low(), bar.close(), volume);
    }
}
