package tickwing.board.flight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tickwing.analytics.indicator.Output.Shape;
import tickwing.analytics.indicator.Unit;
import tickwing.board.edition.Edition;
import tickwing.board.edition.Projection;
import tickwing.board.view.Axis;
import tickwing.board.view.FlightView;
import tickwing.board.view.Note;
import tickwing.board.view.Pane;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;

/** Computes a view of flights: one series for each airline that has any, in the order in which they are shown. */
final class FlightProjection implements Projection<FlightContent> {
    private final FlightView view;
    private FlightContent content;
    private Snapshot last;

    FlightProjection(FlightView view) {
        this.view = view;
    }

    @Override
    public Snapshot at(Edition<FlightContent> edition) {
        // While only the reader's status changes, the values stay.
        last = edition.content() == content
                ? new Snapshot(
                        view,
                        edition.version(),
                        edition.status(),
                        last.axis(),
                        last.panes(),
                        last.formingFrom(),
                        last.simulatedSince(),
                        last.notes())
                : look(edition);
        content = edition.content();
        return last;
    }

    private Snapshot look(Edition<FlightContent> edition) {
        List<String> shown = edition.content().shown(view);
        TreeMap<LocalDate, long[]> periods = new TreeMap<>();
        for (SealedDay day : edition.content().days()) {
            for (int i = 0; i < shown.size(); i++) {
                long flights = day.flights(shown.get(i));
                if (flights > 0) {
                    periods.computeIfAbsent(view.per().start(day.date()), d -> new long[shown.size()])[i] += flights;
                }
            }
        }
        List<Series> series = new ArrayList<>();
        List<Note> notes = new ArrayList<>(edition.content().leftOut());
        for (int i = 0; i < shown.size(); i++) {
            double[] values = values(periods, i);
            if (Arrays.stream(values).allMatch(Double::isNaN)) {
                notes.add(new Note.NoFlights(shown.get(i)));
            } else {
                series.add(new Series(shown.get(i), Shape.LINE, 0, values));
            }
        }
        Pane pane = new Pane(List.of(), Unit.NUMBER, 0, Double.NaN, List.of(), Optional.empty(), series);
        long[] days = periods.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
        return new Snapshot(
                view,
                edition.version(),
                edition.status(),
                new Axis.Days(days),
                List.of(pane),
                days.length,
                Optional.empty(),
                notes);
    }

    private static double[] values(TreeMap<LocalDate, long[]> periods, int airline) {
        return periods.values().stream()
                .mapToDouble(flights -> flights[airline] == 0 ? Double.NaN : flights[airline])
                .toArray();
    }
}
