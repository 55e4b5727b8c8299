package tickwing.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: figures, each once a round, and how they compare with what they should be. */
public final class Results {
    /**
     * One thing that was measured several times.
     *
     * @param values one a round
     * @param peakMegabytes the most memory that the process had resident (VmHWM), 10^6 bytes; NaN where nobody can tell
     */
    public record Figure(String name, Unit unit, List<Double> values, double peakMegabytes) {
        /** The middle one of the values; of an even number the mean of the two in the middle. */
        public double median() {
            List<Double> sorted = values.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        }

        double min() {
            return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
        }

        double max() {
            return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
        }
    }

    /**
     * A figure against what it should be.
     *
     * @param value the ratio of two medians, or a figure's median or memory by itself
     * @param unit what the value counts; empty for a ratio
     * @param must the least, or the most, that will do
     * @param aim what would be better still
     */
    public record Goal(String name, double value, String unit, double must, double aim) {
        boolean moreIsBetter() {
            return aim > must;
        }

        /** {@code aim}, {@code ok} or {@code MISSED}. */
        @JsonProperty
        public String verdict() {
            if (reaches(aim)) {
                return "aim";
            }
            return reaches(must) ? "ok" : "MISSED";
        }

        private boolean reaches(double bound) {
            return moreIsBetter() ? value >= bound : value <= bound;
        }
    }

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    /** Adds a round's value, and the memory that the process needed for it; NaN when it does not matter. */
    public void add(String name, Unit unit, double value, double peakMegabytes) {
        Figure figure = figures.computeIfAbsent(name, n -> new Figure(n, unit, new ArrayList<>(), Double.NaN));
        figure.values.add(value);
        double peak = Double.isNaN(figure.peakMegabytes)
                ? peakMegabytes
                : Double.isNaN(peakMegabytes) ? figure.peakMegabytes : Math.max(figure.peakMegabytes, peakMegabytes);
        figures.put(name, new Figure(name, unit, figure.values, peak));
    }

    /** Compares the medians of two figures. */
    public void ratio(String name, String measured, String base, double must, double aim) {
        goals.add(new Goal(name, figure(measured).median() / figure(base).median(), "", must, aim));
    }

    /** Compares a figure's median with a bound. */
    public void bound(String name, String measured, double must, double aim) {
        Figure figure = figure(measured);
        goals.add(new Goal(name, figure.median(), figure.unit.symbol(), must, aim));
    }

    /** A figure that was measured. */
    public Figure figure(String name) {
        return figures.get(name);
    }

    /** In the order in which they were measured first. */
    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    /** In the order in which they were set. */
    public List<Goal> goals() {
        return List.copyOf(goals);
    }
}
