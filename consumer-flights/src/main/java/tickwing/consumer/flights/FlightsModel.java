package tickwing.consumer.flights;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickwing.analytics.flights.FlightsPerDay;
import tickwing.analytics.flights.FlightsPerDay.Count;
import tickwing.charts.ChartModel;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightJson;

/** Flights per day, a line for each of some airlines. An airline keeps its colour for as long as the program runs. */
final class FlightsModel implements ChartModel<Flight> {
    private final Set<String> wanted;
    private final int top;
    private final FlightsPerDay flights = new FlightsPerDay();
    private final Map<String, Integer> colours = new HashMap<>();

    /**
     * @param wanted which airlines to show; empty for those with most flights
     * @param top how many of those; 1 or more
     */
    FlightsModel(Set<String> wanted, int top) {
        this.wanted = Set.copyOf(wanted);
        this.top = top;
    }

    @Override
    public List<Decoded<Flight>> decode(byte[] value) {
        return List.of(FlightJson.read(value));
    }

    @Override
    public void accept(Flight flight, long timestamp) {
        flights.add(flight.date(), flight.airline());
    }

    @Override
    public Snapshot snapshot() {
        List<String> shown =
                wanted.isEmpty() ? flights.top(top) : wanted.stream().sorted().toList();
        Set<String> chosen = new HashSet<>(shown);
        List<Count> counts = flights.counts().stream()
                .filter(count -> chosen.contains(count.airline()))
                .toList();
        return new Snapshot(List.of(view(shown, counts)), out -> write(counts, out), note(shown, counts));
    }

    private ChartView view(List<String> shown, List<Count> counts) {
        Map<String, TreeMap<LocalDate, Long>> byAirline = new HashMap<>();
        counts.forEach(count ->
                byAirline.computeIfAbsent(count.airline(), a -> new TreeMap<>()).put(count.date(), count.flights()));
        List<Line> lines = new ArrayList<>();
        for (String airline : shown) {
            TreeMap<LocalDate, Long> days = byAirline.getOrDefault(airline, new TreeMap<>());
            double[] x =
                    days.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray();
            double[] y = days.values().stream().mapToDouble(Long::doubleValue).toArray();
            int colour = colours.computeIfAbsent(airline, a -> colours.size());
            lines.add(new Line(airline, Line.Role.MAIN, colour, x, y));
        }
        return new ChartView(
                "Flights per day", "flights", FlightsModel::label, Double.NaN, lines, List.of(), 0, Double.NaN);
    }

    private String note(List<String> shown, List<Count> counts) {
        Set<String> seen = new HashSet<>();
        counts.forEach(count -> seen.add(count.airline()));
        List<String> missing = shown.stream().filter(a -> !seen.contains(a)).toList();
        return missing.isEmpty() ? "" : "no flights of " + String.join(", ", missing);
    }

    private static String label(double x) {
        return x == Math.rint(x) ? LocalDate.ofEpochDay((long) x).toString() : "";
    }

    private static void write(List<Count> counts, Appendable out) throws IOException {
        out.append("date,airline,flights\n");
        for (Count count : counts) {
            out.append(count.date() + "," + count.airline() + "," + count.flights() + "\n");
        }
    }
}
