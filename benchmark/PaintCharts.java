import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tickwing.charts.draw.ChartPainter;
import tickwing.charts.draw.Span;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.DateAxis;
import tickwing.charts.view.Line;

/**
 * How long a refresh keeps the event dispatch thread: painting charts of four lines on 1200 x 750 pixels, one or six of
 * them, whose last bar moves, or that have a new bar each time.
 *
 * <pre>java -cp consumer-bollinger/target/consumer-bollinger.jar benchmark/PaintCharts.java [BARS [REFRESHES]]</pre>
 */
class PaintCharts {
    public static void main(String[] args) {
        int bars = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int refreshes = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        System.out.printf("%,d bars, 4 lines, Java %s%n", bars, Runtime.version());
        for (int charts : new int[] {1, 6}) {
            for (int growth = 0; growth <= 1; growth++) {
                double[] took = paint(charts, bars, refreshes, growth);
                double[] warm = Arrays.copyOfRange(took, refreshes / 2, refreshes);
                Arrays.sort(warm);
                System.out.printf(
                        "%d chart%s, %-14s median %5.1f ms   90%% %5.1f ms   worst %5.1f ms   (first %.0f ms)%n",
                        charts,
                        charts == 1 ? " " : "s",
                        growth == 0 ? "last bar moves" : "a new bar",
                        warm[warm.length / 2],
                        warm[warm.length * 9 / 10],
                        warm[warm.length - 1],
                        took[0]);
            }
        }
    }

    private static double[] paint(int charts, int bars, int refreshes, int growth) {
        int width = charts == 1 ? 1200 : 400;
        int height = charts == 1 ? 750 : 375;
        BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        List<ChartPainter> painters = new ArrayList<>();
        for (int c = 0; c < charts; c++) {
            painters.add(new ChartPainter());
        }
        double[] took = new double[refreshes];
        for (int i = 0; i < refreshes; i++) {
            ChartView view = view(bars + i * growth, i);
            long start = System.nanoTime();
            for (ChartPainter painter : painters) {
                Graphics2D g = screen.createGraphics();
                painter.paint(view, Span.all(view), Theme.LIGHT, g, width, height);
                g.dispose();
            }
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        return took;
    }

    private static ChartView view(int bars, int refresh) {
        Random random = new Random(1);
        List<LocalDateTime> days = new ArrayList<>();
        double[] close = new double[bars];
        double price = 100;
        for (int i = 0; i < bars; i++) {
            price *= 1 + 0.01 * random.nextGaussian();
            close[i] = price;
            days.add(LocalDate.of(2000, 1, 1).plusDays(i).atStartOfDay());
        }
        close[bars - 1] *= 1 + 0.0001 * (refresh % 10);
        List<Line> lines = List.of(
                new Line("close", Line.Role.MAIN, 7, close),
                new Line("middle", Line.Role.DERIVED, 1, times(close, 0.99)),
                new Line("upper", Line.Role.BAND_UPPER, 0, times(close, 1.05)),
                new Line("lower", Line.Role.BAND_LOWER, 0, times(close, 0.95)));
        DateAxis axis = DateAxis.ordinal(days);
        return new ChartView(
                "X", "X", "price", axis, bars - 1, lines, null, List.of(), Double.NaN, Double.NaN);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
