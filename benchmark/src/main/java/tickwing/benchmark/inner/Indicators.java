package tickwing.benchmark.inner;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tickwing.analytics.indicator.Aroon;
import tickwing.analytics.indicator.BollingerBands;

/** Nanoseconds a bar of a random walk, from array to array, beside TA-Lib's own loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Indicators {
    private static final int BARS = 5_000;

    @Param({"20", "25", "250"})
    private int period;

    private final double[] highs = new double[BARS];
    private final double[] lows = new double[BARS];
    private final double[] closes = new double[BARS];
    private final double[][] out = new double[3][BARS];

    @Setup
    public void walk() {
        Random random = new Random(2015);
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            price *= 1 + 0.01 * random.nextGaussian();
            closes[i] = price;
            highs[i] = price * (1 + 0.01 * random.nextDouble());
            lows[i] = price * (1 - 0.01 * random.nextDouble());
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void bollinger(Blackhole hole) {
        BollingerBands bands = new BollingerBands(new BollingerBands.Params(period, 2));
        for (int i = 0; i < BARS; i++) {
            if (bands.update(closes[i])) {
                out[0][i] = bands.lower();
                out[1][i] = bands.middle();
                out[2][i] = bands.upper();
            }
        }
        hole.consume(out);
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void bollingerTaLib(Blackhole hole) {
        hole.consume(new Core()
                .bbands(
                        0,
                        BARS - 1,
                        closes,
                        period,
                        2,
                        2,
                        MAType.Sma,
                        new MInteger(),
                        new MInteger(),
                        out[0],
                        out[1],
                        out[2]));
        hole.consume(out);
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void aroon(Blackhole hole) {
        Aroon aroon = new Aroon(new Aroon.Params(period));
        for (int i = 0; i < BARS; i++) {
            if (aroon.update(highs[i], lows[i])) {
                out[0][i] = aroon.up();
                out[1][i] = aroon.down();
                out[2][i] = aroon.oscillator();
            }
        }
        hole.consume(out);
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void aroonTaLib(Blackhole hole) {
        hole.consume(
                new Core().aroon(0, BARS - 1, highs, lows, period, new MInteger(), new MInteger(), out[0], out[1]));
        hole.consume(out);
    }
}
