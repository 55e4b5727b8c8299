package tickwing.analytics.indicator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the outputs of an indicator are drawn.
 *
 * @param place over the prices or in a pane of its own
 * @param unit what the values count
 * @param range between which values they always are; empty where that follows from the values
 * @param guides levels at which a line helps the eye, from the lowest to the highest
 */
public record Pane(Place place, Unit unit, Optional<Range> range, List<Double> guides) {
    /** Over the prices or below them. */
    public enum Place {
        OVER_PRICE,
        BELOW
    }

    /** @param least below {@code most} */
    public record Range(double least, double most) {}

    public Pane {
        Objects.requireNonNull(place);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(range);
        guides = List.copyOf(guides);
    }

    /** Over the prices, and on their axis. */
    public static Pane overPrice() {
        return new Pane(Place.OVER_PRICE, Unit.PRICE, Optional.empty(), List.of());
    }

    /** Below the prices, on an axis that follows the values. */
    public static Pane below(Unit unit, Double... guides) {
        return new Pane(Place.BELOW, unit, Optional.empty(), List.of(guides));
    }

    /** The same, on an axis that stays as it is. */
    public Pane within(double least, double most) {
        return new Pane(place, unit, Optional.of(new Range(least, most)), guides);
    }
}
