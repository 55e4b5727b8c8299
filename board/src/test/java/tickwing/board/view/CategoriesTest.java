package tickwing.board.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.Output.Shape;
import tickwing.analytics.indicator.Unit;
import tickwing.common.kafka.ReaderStatus;

class CategoriesTest {
    private static final Axis DAYS = new Axis.Categories(List.of("Mon", "Tue", "Wed"));
    private static final View VIEW = FlightView.of(Measure.FLIGHTS, Grouping.AIRLINE, Period.DAY, Set.of("AA"));

    private static Snapshot snapshot(long version, List<String> names, double... values) {
        Pane pane = new Pane(
                List.of(),
                Unit.NUMBER,
                0,
                Double.NaN,
                List.of(),
                Optional.empty(),
                List.of(new Series("AA", Shape.LINE, 0, values)));
        return new Snapshot(
                VIEW,
                version,
                ReaderStatus.NONE,
                new Axis.Categories(names),
                List.of(pane),
                names.size(),
                Optional.empty(),
                List.of());
    }

    @Test
    void areNamesInOrderAndNoTimes() {
        assertEquals(3, DAYS.size());
        assertEquals(1, DAYS.find(DAYS.key(1)));
        assertEquals(-4, DAYS.find(3));
        assertEquals(-1, DAYS.find(-1));
        assertEquals(DAYS, DAYS.part(0, 1).followedBy(DAYS.part(1, 3)));
        assertThrows(UnsupportedOperationException.class, () -> DAYS.time(0));
    }

    @Test
    void comeAsADeltaFromTheFirstValueOrNameThatHasChanged() {
        Snapshot seen = snapshot(1, List.of("Mon", "Tue", "Wed"), 1, 2, 3);
        Snapshot value = snapshot(2, List.of("Mon", "Tue", "Wed"), 1, 5, 3);
        Delta delta = assertInstanceOf(Delta.class, Update.between(seen, value));
        assertEquals(1, delta.from());
        assertEquals(value, seen.with(delta));
        Snapshot name = snapshot(2, List.of("Mon", "Tue", "Sat"), 1, 2, 3);
        Delta other = assertInstanceOf(Delta.class, Update.between(seen, name));
        assertEquals(2, other.from());
        assertEquals(name, seen.with(other));
    }
}
