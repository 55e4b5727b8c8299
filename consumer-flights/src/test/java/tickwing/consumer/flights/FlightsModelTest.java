package tickwing.consumer.flights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.analytics.flights.FlightsPerDay.Room;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.Snapshot;
import tickwing.common.error.UsageError;
import tickwing.common.flight.Flight;
import tickwing.consumer.flights.FlightsView.Per;
import tickwing.consumer.flights.FlightsView.Style;

class FlightsModelTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2014, 1, 1);

    private static FlightsModel model(int top, Per per, String... airlines) {
        return new FlightsModel(new FlightsView(Set.of(airlines), top, per, Style.LINES), new Room(100, 1_000));
    }

    private static void fly(FlightsModel model, int day, String airline, int flights) {
        for (int i = 0; i < flights; i++) {
            model.accept(new Flight(NEW_YEAR.plusDays(day), airline), 0);
        }
    }

    private static String csv(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        snapshot.table().writeTo(text);
        return text.toString();
    }

    private static Map<String, Integer> colours(Snapshot snapshot) {
        Map<String, Integer> colours = new HashMap<>();
        snapshot.charts().get(0).lines().forEach(line -> colours.put(line.name(), line.colour()));
        return colours;
    }

    @Test
    void saysHowManyFlightsThereIsNoRoomFor() throws IOException {
        FlightsModel model = model(1, Per.YEAR);
        for (int day = 0; day < 150; day++) {
            fly(model, day, "AA", 2);
        }
        assertEquals(
                "100 flights left out: there is room for the newest 100 days and 1,000 counts",
                model.snapshot().note());
        assertEquals("date,airline,flights\n2014-01-01,AA,200\n", csv(model.snapshot()));
        assertEquals(model.snapshot().note(), model.leftOut());
    }

    @Test
    void hasRoomForTheAirlinesThatAreNamedWhateverElseIsOnTheTopic() {
        FlightsModel model = model(1, Per.DAY, "AA");
        fly(model, 0, "AA", 1);
        for (int i = 0; i < 2_000; i++) {
            fly(model, 1 + i, "B" + i, 1);
        }
        assertEquals("", model.snapshot().note());
        assertEquals(1, model.snapshot().charts().get(0).axis().size());
    }

    @Test
    void countsByDateThenAirlineAndHasNoRowForADayWithoutFlights() throws IOException {
        FlightsModel model = model(3, Per.DAY);
        fly(model, 1, "UA", 1);
        fly(model, 0, "UA", 2);
        fly(model, 0, "AA", 3);
        assertEquals(
                "date,airline,flights\n2014-01-01,AA,3\n2014-01-01,UA,2\n2014-01-02,UA,1\n", csv(model.snapshot()));
    }

    @Test
    void isAsNewOnceItIsCleared() throws IOException {
        FlightsModel model = model(3, Per.DAY);
        fly(model, 0, "UA", 2);
        model.snapshot();
        model.clear();
        assertEquals("date,airline,flights\n", csv(model.snapshot()));
        fly(model, 0, "AA", 1);
        assertEquals("date,airline,flights\n2014-01-01,AA,1\n", csv(model.snapshot()));
    }

    @Test
    void drawsNoMoreAirlinesThanCanBeToldApartAndHasAllInCsv() throws IOException {
        FlightsModel model = model(1_000, Per.DAY);
        for (int i = 0; i < 130; i++) {
            fly(model, 0, "A" + (100 + i), 1);
        }
        Snapshot snapshot = model.snapshot();
        assertEquals(100, snapshot.charts().get(0).lines().size());
        assertEquals("30 more airlines in CSV only: a chart draws the first 100", snapshot.note());
        assertEquals(131, csv(snapshot).lines().count());
    }

    @Test
    void quotesAnAirlineThatWouldBreakItsRow() throws IOException {
        FlightsModel model = model(9, Per.DAY);
        List.of("A,B", "a \"C\"", "d\ne", "=1+1").forEach(airline -> fly(model, 0, airline, 1));
        assertEquals(
                "date,airline,flights\n2014-01-01,=1+1,1\n2014-01-01,\"A,B\",1\n2014-01-01,\"a \"\"C\"\"\",1\n"
                        + "2014-01-01,\"d\ne\",1\n",
                csv(model.snapshot()));
    }

    @Test
    void showsAnAirlineThatNoTerminalAndNoWindowObeys() {
        FlightsModel model = model(1, Per.DAY, "A\033]0;x\007\n\u202eB", "\033C");
        fly(model, 0, "A\033]0;x\007\n\u202eB", 1);
        Snapshot snapshot = model.snapshot();
        assertEquals(
                "A\\u001b]0;x\\u0007\\n\\u202eB",
                snapshot.charts().get(0).lines().get(0).name());
        assertEquals("no flights of \\u001bC", snapshot.note());
    }

    @Test
    void makesANewChartOnlyWhenThereAreNewFlights() throws IOException {
        FlightsModel model = model(3, Per.DAY);
        fly(model, 0, "AA", 1);
        ChartView first = model.snapshot().charts().get(0);
        assertSame(first, model.snapshot().charts().get(0));
        fly(model, 1, "AA", 1);
        assertNotSame(first, model.snapshot().charts().get(0));
        assertEquals("date,airline,flights\n2014-01-01,AA,1\n2014-01-02,AA,1\n", csv(model.snapshot()));
    }

    @Test
    void showsTheAirlinesWithMostFlights() throws IOException {
        FlightsModel model = model(1, Per.DAY);
        fly(model, 0, "AA", 3);
        fly(model, 0, "UA", 2);
        assertEquals("date,airline,flights\n2014-01-01,AA,3\n", csv(model.snapshot()));
        fly(model, 1, "UA", 2);
        assertEquals("date,airline,flights\n2014-01-01,UA,2\n2014-01-02,UA,2\n", csv(model.snapshot()));
    }

    @Test
    void letsAnAirlineKeepItsColourWhenOthersOvertakeIt() {
        FlightsModel model = model(2, Per.DAY);
        fly(model, 0, "AA", 3);
        fly(model, 0, "UA", 2);
        Map<String, Integer> before = colours(model.snapshot());
        fly(model, 0, "UA", 5);
        assertEquals(before, colours(model.snapshot()));
        fly(model, 0, "WN", 9);
        Map<String, Integer> after = colours(model.snapshot());
        assertEquals(before.get("UA United"), after.get("UA United"));
        assertTrue(!before.containsValue(after.get("WN Southwest")), "a newcomer has a colour of its own");
    }

    @Test
    void sumsUpByMonthAndYear() throws IOException {
        for (Per per : List.of(Per.MONTH, Per.YEAR)) {
            FlightsModel model = model(3, per);
            fly(model, 30, "AA", 3);
            fly(model, 31, "AA", 2);
            fly(model, 365, "AA", 1);
            assertEquals(
                    per == Per.MONTH
                            ? "date,airline,flights\n2014-01-01,AA,3\n2014-02-01,AA,2\n2015-01-01,AA,1\n"
                            : "date,airline,flights\n2014-01-01,AA,5\n2015-01-01,AA,1\n",
                    csv(model.snapshot()));
        }
    }

    @Test
    void saysWhichOfTheWantedAirlinesHasNoFlights() {
        FlightsModel model = model(3, Per.DAY, "AA", "ZZ");
        fly(model, 0, "AA", 1);
        fly(model, 0, "UA", 9);
        Snapshot snapshot = model.snapshot();
        assertEquals("no flights of ZZ", snapshot.note());
        assertEquals(
                List.of("AA American"),
                snapshot.charts().get(0).lines().stream().map(Line::name).toList());
    }

    @Test
    void drawsADayWithoutFlightsOfAnAirlineAsAGap() {
        FlightsModel model = model(2, Per.DAY);
        fly(model, 0, "AA", 1);
        fly(model, 1, "UA", 1);
        ChartView chart = model.snapshot().charts().get(0);
        assertEquals(2, chart.axis().size());
        assertTrue(Double.isNaN(chart.lines().get(0).y(1)));
    }

    @Test
    void namesAirlinesItKnowsAndLeavesOthersTheirCode() {
        assertEquals("B6 JetBlue", Airlines.label("B6"));
        assertEquals("??", Airlines.label("??"));
    }

    @Test
    void refusesToShowNone() {
        assertThrows(UsageError.class, () -> model(0, Per.DAY));
    }
}
