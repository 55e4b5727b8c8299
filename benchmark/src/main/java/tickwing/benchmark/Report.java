package tickwing.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import tickwing.benchmark.Results.Figure;
import tickwing.benchmark.Results.Goal;
import tickwing.common.error.UserError;

/** Results as a table for people, as JSON for programs, and as a picture of the rates. */
final class Report {
    private final Results results;
    private final int rows;
    private final int rounds;

    Report(Results results, int rows, int rounds) {
        this.results = results;
        this.rows = rows;
        this.rounds = rounds;
    }

    /**
     * Prints the table, and writes {@code benchmark.json} and {@code benchmark.png}.
     *
     * @throws UserError when a file cannot be written
     */
    void write(PrintWriter out, Path folder) {
        out.println(machine());
        out.println();
        table(out);
        try {
            Files.createDirectories(folder);
            json(folder.resolve("benchmark.json"));
            picture(folder.resolve("benchmark.png"));
        } catch (IOException e) {
            throw new UserError("Results cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
        out.println();
        out.println("Written: " + folder.resolve("benchmark.json") + ", " + folder.resolve("benchmark.png"));
        out.flush();
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%,d rows, %d rounds, %d cores, Java %s, %s %s",
                rows,
                rounds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    private void table(PrintWriter out) {
        out.printf(Locale.ROOT, "%-44s %12s %12s %12s %-12s %8s%n", "", "median", "least", "most", "", "memory");
        for (Figure figure : results.figures()) {
            String number = "%,12." + figure.unit().decimals() + "f ";
            out.printf(
                    Locale.ROOT,
                    "%-44s " + number + number + number + "%-12s %8s%n",
                    figure.name(),
                    figure.median(),
                    figure.min(),
                    figure.max(),
                    figure.unit().symbol(),
                    Double.isNaN(figure.peakMegabytes())
                            ? ""
                            : String.format(Locale.ROOT, "%,.0f MB", figure.peakMegabytes()));
        }
        out.println();
        out.printf("%-58s %10s %10s %10s%n", "", "measured", "must", "aim");
        for (Goal goal : results.goals()) {
            String sign = goal.moreIsBetter() ? "≥ " : "≤ ";
            out.printf(
                    Locale.ROOT,
                    "%-58s %10s %10s %10s  %s%n",
                    goal.name(),
                    number(goal.value(), goal.unit()),
                    sign + number(goal.must(), ""),
                    sign + number(goal.aim(), ""),
                    goal.verdict());
        }
    }

    private static String number(double value, String unit) {
        String text = String.format(Locale.ROOT, value >= 50 ? "%,.0f" : "%.2f", value);
        return unit.isEmpty() ? text : text + " " + unit.substring(0, unit.startsWith("%") ? 1 : unit.length());
    }

    private void json(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine());
        all.put("rows", rows);
        all.put("rounds", rounds);
        all.put("figures", results.figures().stream().map(Report::figure).toList());
        all.put("goals", results.goals());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("unit", figure.unit().symbol());
        fields.put("median", figure.median());
        fields.put("values", figure.values());
        fields.put("peakMegabytes", Double.isNaN(figure.peakMegabytes()) ? null : figure.peakMegabytes());
        return fields;
    }

    private void picture(Path file) throws IOException {
        List<Figure> rates = results.figures().stream()
                .filter(figure -> figure.unit() == Unit.RECORDS_A_SECOND)
                .toList();
        if (rates.isEmpty()) {
            return;
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(1200)
                .height(700)
                .title("Medians of " + rounds + " rounds")
                .yAxisTitle("records a second")
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(30);
        chart.getStyler().setYAxisDecimalPattern("#,###");
        chart.addSeries(
                "rate",
                rates.stream().map(Figure::name).toList(),
                rates.stream().map(Figure::median).toList());
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart.paint(graphics, image.getWidth(), image.getHeight());
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
