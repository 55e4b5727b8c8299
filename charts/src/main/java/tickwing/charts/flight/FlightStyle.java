package tickwing.charts.flight;

import java.util.Locale;
import tickwing.charts.view.Line;

/** How counts of flights are drawn. */
public enum FlightStyle {
    /** A line for each airline. */
    LINES(Line.Role.MAIN),
    /** Bars of which each airline has a part. */
    BARS(Line.Role.STACKED);

    private final Line.Role role;

    FlightStyle(Line.Role role) {
        this.role = role;
    }

    Line.Role role() {
        return role;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
