package tickwing.consumer.flights;

import java.util.Set;
import tickwing.board.view.FlightView;
import tickwing.board.view.Grouping;
import tickwing.board.view.Measure;
import tickwing.board.view.Period;
import tickwing.common.error.UsageError;

/**
 * What of the flights is shown.
 *
 * @param airlines which airlines; empty for those with most flights
 * @param top how many of those; 1 or more
 * @param per over what flights are summed up
 */
record FlightsConfig(Set<String> airlines, int top, Period per) {
    FlightsConfig {
        airlines = Set.copyOf(airlines);
        if (top < 1) {
            throw new UsageError("--top must be at least 1, was " + top + ".");
        }
    }

    FlightView view() {
        return airlines.isEmpty()
                ? FlightView.top(Measure.FLIGHTS, Grouping.AIRLINE, per, top)
                : FlightView.of(Measure.FLIGHTS, Grouping.AIRLINE, per, airlines);
    }
}
