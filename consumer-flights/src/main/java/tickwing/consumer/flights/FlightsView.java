package tickwing.consumer.flights;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import tickwing.charts.view.Line;
import tickwing.common.error.UsageError;

/**
 * What of the flights is shown, and how.
 *
 * @param airlines which airlines; empty for those with most flights
 * @param top how many of those; 1 or more
 * @param per over what flights are summed up
 * @param style how counts are drawn
 */
record FlightsView(Set<String> airlines, int top, Per per, Style style) {
    /** Over what flights are summed up. */
    enum Per {
        DAY,
        MONTH,
        YEAR;

        /** The first day of the one that the date is in. */
        LocalDate start(LocalDate date) {
            return switch (this) {
                case DAY -> date;
                case MONTH -> date.withDayOfMonth(1);
                case YEAR -> date.withDayOfYear(1);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How counts are drawn. */
    enum Style {
        LINES(Line.Role.MAIN),
        BARS(Line.Role.STACKED);

        private final Line.Role role;

        Style(Line.Role role) {
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

    FlightsView {
        airlines = Set.copyOf(airlines);
        if (top < 1) {
            throw new UsageError("--top must be at least 1, was " + top + ".");
        }
    }
}
