package tickwing.analytics.flights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tickwing.analytics.flights.FlightsPerDay.Count;

class FlightsPerDayTest {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 31);
    private static final LocalDate SECOND = LocalDate.of(2014, 2, 1);

    private final FlightsPerDay flights = new FlightsPerDay();

    @Test
    void listsCountsByDateThenByAirlineWhateverTheOrderOfArrival() {
        flights.add(SECOND, "AA");
        flights.add(FIRST, "UA");
        flights.add(FIRST, "AA");
        flights.add(FIRST, "UA");
        assertEquals(
                List.of(new Count(FIRST, "AA", 1), new Count(FIRST, "UA", 2), new Count(SECOND, "AA", 1)),
                flights.counts());
    }

    @Test
    void leavesOutDaysOnWhichAnAirlineDidNotFly() {
        flights.add(FIRST, "AA");
        flights.add(FIRST.plusDays(40), "AA");
        assertEquals(2, flights.counts().size());
    }

    @Test
    void ranksAirlinesByAllTheirFlightsAndEqualOnesByCode() {
        for (String airline : List.of("DL", "AA", "UA", "UA", "WN", "AA")) {
            flights.add(FIRST, airline);
        }
        flights.add(SECOND, "DL");
        assertEquals(List.of("AA", "DL", "UA"), flights.top(3));
        assertEquals(List.of("AA", "DL", "UA", "WN"), flights.top(100));
        assertEquals(List.of(), flights.top(0));
    }

    @Test
    void isEmptyBeforeTheFirstFlight() {
        assertEquals(List.of(), flights.counts());
        assertEquals(List.of(), flights.top(3));
    }

    @Test
    void losesNoFlightAmongMany() {
        Random random = new Random(1);
        Map<Count, Long> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            LocalDate date = FIRST.plusDays(random.nextInt(365));
            String airline = "A" + random.nextInt(14);
            flights.add(date, airline);
            expected.merge(new Count(date, airline, 0), 1L, Long::sum);
        }
        Map<Count, Long> found = new HashMap<>();
        flights.counts().forEach(c -> found.put(new Count(c.date(), c.airline(), 0), c.flights()));
        assertEquals(expected, found);
    }
}
