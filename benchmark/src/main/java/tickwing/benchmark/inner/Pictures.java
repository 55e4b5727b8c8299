package tickwing.benchmark.inner;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tickwing.board.view.Axis;
import tickwing.charts.draw.ChartPainter;
import tickwing.charts.draw.Theme;
import tickwing.charts.draw.VisibleRange;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/**
 * How long a refresh keeps the event dispatch thread: painting one chart of four lines on 1200 x 750 pixels, or six of
 * them on a sixth of that each, when the last bar has moved or a new one has come.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Pictures {
    /** Other prices each time, so that nothing can be taken from the last picture. */
    private static final int VIEWS = 10;

    @Param("5000")
    private int bars;

    @Param({"1", "6"})
    private int charts;

    @Param({"moves", "is new"})
    private String lastBar;

    private final List<ChartView> views = new ArrayList<>();
    private final List<ChartPainter> painters = new ArrayList<>();
    private BufferedImage screen;
    private int refresh;

    @Setup
    public void open() {
        screen = new BufferedImage(charts == 1 ? 1200 : 400, charts == 1 ? 750 : 375, BufferedImage.TYPE_INT_RGB);
        for (int c = 0; c < charts; c++) {
            painters.add(new ChartPainter());
        }
        for (int i = 0; i < VIEWS; i++) {
            views.add(view(lastBar.equals("moves") ? bars : bars + i, i));
        }
    }

    @Benchmark
    public Object snapshotToPixels() {
        ChartView view = views.get(refresh++ % VIEWS);
        for (ChartPainter painter : painters) {
            Graphics2D g = screen.createGraphics();
            painter.paint(view, VisibleRange.all(view), Theme.LIGHT, g, screen.getWidth(), screen.getHeight());
            g.dispose();
        }
        return screen;
    }

    private static ChartView view(int bars, int refresh) {
        Random random = new Random(1);
        long[] days = new long[bars];
        double[] close = new double[bars];
        double price = 100;
        for (int i = 0; i < bars; i++) {
            price *= 1 + 0.01 * random.nextGaussian();
            close[i] = price;
            days[i] = LocalDate.of(2000, 1, 1).toEpochDay() + i;
        }
        close[bars - 1] *= 1 + 0.0001 * refresh;
        List<Line> lines = List.of(
                new Line("close", Line.Role.MAIN, 7, close),
                new Line("middle", Line.Role.DERIVED, 1, times(close, 0.99)),
                new Line("upper", Line.Role.BAND_UPPER, 0, times(close, 1.05)),
                new Line("lower", Line.Role.BAND_LOWER, 0, times(close, 0.95)));
        ChartAxis axis = ChartAxis.counting(new Axis.Days(days));
        return new ChartView("X", "X", "price", axis, bars - 1, lines, null, List.of(), Double.NaN, Double.NaN);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
