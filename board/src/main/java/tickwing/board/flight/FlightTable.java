package tickwing.board.flight;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tickwing.board.view.Period;

/**
 * The counts of a flight view, one period after the other, also of more names than a chart could draw. For one thread.
 */
public final class FlightTable implements Iterator<FlightTable.Row> {
    /**
     * One period in which there are flights.
     *
     * @param start its first day
     * @param flights by name; 1 or more each
     */
    public record Row(LocalDate start, SortedMap<String, Long> flights) {}

    private final Period per;
    private final List<SealedDay> days;
    private final Set<String> names;
    private int next;
    /** Null where there is none. */
    private Row row;

    FlightTable(Period per, List<SealedDay> days, Set<String> names) {
        this.per = per;
        this.days = days;
        this.names = names;
        advance();
    }

    private void advance() {
        row = null;
        while (row == null && next < days.size()) {
            LocalDate start = per.start(days.get(next).date());
            SortedMap<String, Long> flights = new TreeMap<>();
            for (; next < days.size() && per.start(days.get(next).date()).equals(start); next++) {
                add(days.get(next), flights);
            }
            row = flights.isEmpty() ? null : new Row(start, flights);
        }
    }

    private void add(SealedDay day, SortedMap<String, Long> flights) {
        for (int i = 0; i < day.flights().length; i++) {
            String name = day.airlines().get(i);
            if (names.contains(name)) {
                flights.merge(name, day.flights()[i], Long::sum);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return row != null;
    }

    @Override
    public Row next() {
        if (row == null) {
            throw new NoSuchElementException();
        }
        Row its = row;
        advance();
        return its;
    }
}
