package tickwing.board.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.Unit;

/**
 * What shares one axis of values.
 *
 * @param studies what is shown here, for titles; none where it is the thing itself, a price or a count
 * @param unit what the values count
 * @param least where the axis starts; NaN where that follows from the values
 * @param most where it ends; NaN likewise
 * @param guides levels at which a line helps the eye, from the lowest to the highest
 * @param candles the prices; in a stock's first pane only
 */
public record Pane(
        List<Study> studies,
        Unit unit,
        double least,
        double most,
        List<Double> guides,
        Optional<Candles> candles,
        List<Series> series) {

    public Pane {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(candles);
        studies = List.copyOf(studies);
        guides = List.copyOf(guides);
        series = List.copyOf(series);
    }

    /** The same pane with the values from one position to before another. */
    public Pane part(int from, int to) {
        return with(
                candles.map(prices -> prices.part(from, to)),
                series.stream().map(one -> one.part(from, to)).toList());
    }

    Pane followedBy(Pane tail) {
        List<Series> joined = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            joined.add(series.get(i).followedBy(tail.series.get(i)));
        }
        return with(candles.map(prices -> prices.followedBy(tail.candles.orElseThrow())), joined);
    }

    private Pane with(Optional<Candles> itsCandles, List<Series> itsSeries) {
        return new Pane(studies, unit, least, most, guides, itsCandles, itsSeries);
    }

    /** Whether only values differ, if anything. */
    boolean isAlike(Pane other) {
        if (series.size() != other.series.size() || candles.isPresent() != other.candles.isPresent()) {
            return false;
        }
        for (int i = 0; i < series.size(); i++) {
            if (!series.get(i).isAlike(other.series.get(i))) {
                return false;
            }
        }
        return with(Optional.empty(), List.of()).equals(other.with(Optional.empty(), List.of()));
    }

    /** All values, array by array; in the same order for panes that are alike. */
    List<double[]> arrays() {
        List<double[]> arrays = new ArrayList<>();
        candles.ifPresent(prices -> arrays.addAll(prices.arrays()));
        series.forEach(one -> arrays.add(one.values()));
        return arrays;
    }
}
