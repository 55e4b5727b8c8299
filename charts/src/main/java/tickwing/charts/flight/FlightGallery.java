package tickwing.charts.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.flight.FlightBoard;
import tickwing.board.flight.FlightContent;
import tickwing.board.flight.FlightRoom;
import tickwing.board.view.Axis;
import tickwing.board.view.FlightView;
import tickwing.board.view.Note;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Gallery;
import tickwing.charts.show.Words;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.common.flight.Flight;

/**
 * Flights per day, month or year: one chart, with a line or a part of a bar for each of some airlines. An airline keeps its
 * colour for as long as the program runs.
 */
public final class FlightGallery implements Gallery<Flight, FlightView> {
    /** More lines than anybody tells apart; each takes a number for every day. */
    private static final int MOST_LINES = 100;

    private static final int MOST_COLOURS = 10_000;

    private final FlightBoard board;
    private final FlightView wanted;
    private final FlightStyle style;
    /** Guarded by this: a window and files may draw at the same time. */
    private final Map<String, Integer> colours = new HashMap<>();

    /** @param wanted the airlines that are counted and written; of more than a chart has room for the first ones are drawn */
    public FlightGallery(FlightView wanted, FlightStyle style, FlightRoom room) {
        board = new FlightBoard(wanted.names(), room);
        this.wanted = wanted;
        this.style = style;
    }

    @Override
    public Board<Flight, FlightView> board() {
        return board;
    }

    @Override
    public Contents contents() {
        FlightContent content = board.edition().content();
        return new Contents(List.of(""), new FlightCsv(content, wanted), note(content));
    }

    private String note(FlightContent content) {
        Set<String> there = new HashSet<>();
        content.names().stream().map(Name::name).forEach(there::add);
        List<Note> missing = new ArrayList<>();
        wanted.names().stream()
                .filter(airline -> !there.contains(airline))
                .sorted()
                .forEach(airline -> missing.add(new Note.NoFlights(airline)));
        if (!missing.isEmpty()) {
            missing.add(board.notWanted());
        }
        int shown = wanted.names().isEmpty()
                ? Math.min(wanted.top(), there.size())
                : wanted.names().size();
        String undrawn = shown <= MOST_LINES
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d more airlines in CSV only: a chart draws the first %,d",
                        shown - MOST_LINES,
                        MOST_LINES);
        return Words.joined(Words.of(content.leftOut()), undrawn, Words.of(missing));
    }

    @Override
    public FlightView view(String name) {
        Set<String> drawn = new HashSet<>();
        wanted.names().stream().sorted().limit(MOST_LINES).forEach(drawn::add);
        return new FlightView(wanted.measure(), wanted.by(), wanted.per(), drawn, Math.min(wanted.top(), MOST_LINES));
    }

    @Override
    public synchronized ChartView chart(String name, Snapshot snapshot) {
        List<Line> lines = new ArrayList<>();
        for (Series series : snapshot.panes().get(0).series()) {
            lines.add(new Line(Airlines.label(series.name()), style.role(), colour(series.name()), series.values()));
        }
        return new ChartView(
                name,
                "Flights per " + wanted.per() + " and airline",
                "flights per " + wanted.per(),
                ChartAxis.ofDays((Axis.Days) snapshot.axis()),
                snapshot.formingFrom(),
                lines,
                null,
                List.of(),
                0,
                Double.NaN);
    }

    private int colour(String airline) {
        if (colours.size() == MOST_COLOURS) {
            // A topic of ever new airlines: nobody knows the first ones by their colours any more.
            colours.clear();
        }
        return colours.computeIfAbsent(airline, a -> colours.size());
    }

    @Override
    public boolean isEmpty() {
        return board.edition().content().names().isEmpty();
    }

    @Override
    public String leftOut() {
        return Words.of(board.edition().content().leftOut());
    }
}
