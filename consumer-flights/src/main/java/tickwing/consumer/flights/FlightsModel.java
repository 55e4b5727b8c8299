package tickwing.consumer.flights;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickwing.analytics.flights.FlightsPerDay;
import tickwing.analytics.flights.FlightsPerDay.Count;
import tickwing.charts.ChartModel;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.DateAxis;
import tickwing.charts.view.Line;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightJson;
import tickwing.common.text.CsvCell;

/**
 * Flights per day, month or year, a line or a part of a bar for each of some airlines. An airline keeps its colour for as
 * long as the program runs.
 */
final class FlightsModel implements ChartModel<Flight> {
    /** More lines than anybody tells apart; each takes a number for every day. */
    private static final int MOST_LINES = 100;

    private static final int MOST_COLOURS = 10_000;

    private final FlightsView view;
    private final FlightsPerDay.Room room;
    private final FlightJson.Reader reader = new FlightJson.Reader();
    private final Map<String, Integer> colours = new HashMap<>();
    private FlightsPerDay flights;
    /** What was seen last; null when there are flights since. A picture that stays the same is not painted again. */
    private Snapshot seen;

    FlightsModel(FlightsView view, FlightsPerDay.Room room) {
        this.view = view;
        this.room = room;
        flights = new FlightsPerDay(room);
    }

    @Override
    public List<Decoded<Flight>> decode(byte[] value) {
        return List.of(reader.read(value));
    }

    @Override
    public void accept(Flight flight, long timestamp) {
        if (view.airlines().isEmpty() || view.airlines().contains(flight.airline())) {
            flights.add(flight.date(), flight.airline());
            seen = null;
        }
    }

    @Override
    public void clear() {
        flights = new FlightsPerDay(room);
        seen = null;
    }

    @Override
    public Snapshot snapshot() {
        if (seen == null) {
            seen = look();
        }
        return seen;
    }

    private Snapshot look() {
        List<String> shown = view.airlines().isEmpty()
                ? flights.top(view.top())
                : view.airlines().stream().sorted().toList();
        TreeMap<LocalDate, TreeMap<String, Long>> counts = counts(Set.copyOf(shown));
        List<String> drawn = shown.subList(0, Math.min(shown.size(), MOST_LINES));
        return new Snapshot(List.of(chart(drawn, counts)), out -> write(counts, out), note(shown, counts));
    }

    /** By the first day of each day, month or year, then by airline. */
    private TreeMap<LocalDate, TreeMap<String, Long>> counts(Set<String> shown) {
        TreeMap<LocalDate, TreeMap<String, Long>> counts = new TreeMap<>();
        for (Count count : flights.counts(shown)) {
            counts.computeIfAbsent(view.per().start(count.date()), d -> new TreeMap<>())
                    .merge(count.airline(), count.flights(), Long::sum);
        }
        return counts;
    }

    private ChartView chart(List<String> shown, TreeMap<LocalDate, TreeMap<String, Long>> counts) {
        List<Line> lines = new ArrayList<>();
        for (String airline : shown) {
            double[] y = counts.values().stream()
                    .mapToDouble(
                            day -> day.containsKey(airline) ? day.get(airline).doubleValue() : Double.NaN)
                    .toArray();
            if (!Arrays.stream(y).allMatch(Double::isNaN)) {
                lines.add(new Line(Airlines.label(airline), view.style().role(), colour(airline), y));
            }
        }
        return new ChartView(
                "",
                "Flights per " + view.per() + " and airline",
                "flights per " + view.per(),
                DateAxis.ofDays(List.copyOf(counts.keySet())),
                counts.size(),
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
    public String leftOut() {
        long many = flights.leftOut();
        return many == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d flights left out: there is room for the newest %,d days and %,d counts",
                        many,
                        room.days(),
                        room.counts());
    }

    private String note(List<String> shown, TreeMap<LocalDate, TreeMap<String, Long>> counts) {
        List<String> missing = shown.stream()
                .filter(airline -> counts.values().stream().noneMatch(day -> day.containsKey(airline)))
                .toList();
        String none = missing.isEmpty() ? "" : "no flights of " + String.join(", ", missing);
        String undrawn = shown.size() <= MOST_LINES
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d more airlines in CSV only: a chart draws the first %,d",
                        shown.size() - MOST_LINES,
                        MOST_LINES);
        return Stream.of(leftOut(), undrawn, none).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static void write(TreeMap<LocalDate, TreeMap<String, Long>> counts, Appendable out) throws IOException {
        out.append("date,airline,flights\n");
        for (Map.Entry<LocalDate, TreeMap<String, Long>> day : counts.entrySet()) {
            for (Map.Entry<String, Long> count : day.getValue().entrySet()) {
                out.append(day.getKey() + "," + CsvCell.of(count.getKey()) + "," + count.getValue() + "\n");
            }
        }
    }
}
