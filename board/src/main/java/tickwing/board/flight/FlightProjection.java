package tickwing.board.flight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        List<FlightTable.Row> periods = new ArrayList<>();
        edition.content().table(view).forEachRemaining(periods::add);
        List<Series> series = new ArrayList<>();
        List<Note> notes = new ArrayList<>(edition.content().leftOut());
        for (String name : edition.content().shown(view)) {
            double[] values = values(periods, name);
            if (Arrays.stream(values).allMatch(Double::isNaN)) {
                notes.add(new Note.NoFlights(name));
            } else {
                series.add(new Series(name, Shape.LINE, 0, values));
            }
        }
        Pane pane = new Pane(List.of(), Unit.NUMBER, 0, Double.NaN, List.of(), Optional.empty(), series);
        long[] days =
                periods.stream().mapToLong(row -> row.start().toEpochDay()).toArray();
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

    private static double[] values(List<FlightTable.Row> periods, String name) {
        return periods.stream()
                .mapToDouble(row -> {
                    Long flights = row.flights().get(name);
                    return flights == null ? Double.NaN : flights;
                })
                .toArray();
    }
}
