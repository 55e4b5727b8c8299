package tickwing.charts.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.board.flight.FlightRoom;
import tickwing.board.view.FlightView;
import tickwing.board.view.Grouping;
import tickwing.board.view.Measure;
import tickwing.board.view.Period;
import tickwing.charts.show.Charts;
import tickwing.charts.show.Contents;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.common.flight.Flight;
import tickwing.common.kafka.ReaderStatus;

class FlightGalleryTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2014, 1, 1);

    private static FlightGallery model(int top, Period per, String... airlines) {
        FlightView view = new FlightView(
                Measure.FLIGHTS, Grouping.AIRLINE, per, Set.of(airlines), airlines.length == 0 ? top : 0);
        return new FlightGallery(view, FlightStyle.LINES, new FlightRoom(100, 1_000));
    }

    private static Contents contents(FlightGallery model) {
        model.board().publish(ReaderStatus.NONE);
        return model.contents();
    }

    private static ChartView chart(FlightGallery model) {
        model.board().publish(ReaderStatus.NONE);
        try (Charts<FlightView> charts = new Charts<>(model)) {
            return charts.newest(List.of("")).get(0);
        }
    }

    private static void fly(FlightGallery model, int day, String airline, int flights) {
        for (int i = 0; i < flights; i++) {
            model.board().accept(new Flight(NEW_YEAR.plusDays(day), airline), 0);
        }
    }

    private static String csv(Contents contents) throws IOException {
        StringBuilder text = new StringBuilder();
        contents.table().writeTo(text);
        return text.toString();
    }

    private static Map<String, Integer> colours(ChartView chart) {
        Map<String, Integer> colours = new HashMap<>();
        chart.lines().forEach(line -> colours.put(line.name(), line.colour()));
        return colours;
    }

    @Test
    void saysHowManyFlightsThereIsNoRoomFor() throws IOException {
        FlightGallery model = model(1, Period.YEAR);
        for (int day = 0; day < 150; day++) {
            fly(model, day, "AA", 2);
        }
        assertEquals(
                "100 flights left out: there is room for the newest 100 days and 1,000 counts",
                contents(model).note());
        assertEquals("date,airline,flights\n2014-01-01,AA,200\n", csv(contents(model)));
        assertEquals(contents(model).note(), model.leftOut());
    }

    @Test
    void hasRoomForTheAirlinesThatAreNamedWhateverElseIsOnTheTopic() {
        FlightGallery model = model(1, Period.DAY, "AA");
        fly(model, 0, "AA", 1);
        for (int i = 0; i < 2_000; i++) {
            fly(model, 1 + i, "B" + i, 1);
        }
        assertEquals("", contents(model).note());
        assertEquals(1, chart(model).axis().size());
    }

    @Test
    void countsByDateThenAirlineAndHasNoRowForADayWithoutFlights() throws IOException {
        FlightGallery model = model(3, Period.DAY);
        fly(model, 1, "UA", 1);
        fly(model, 0, "UA", 2);
        fly(model, 0, "AA", 3);
        assertEquals("date,airline,flights\n2014-01-01,AA,3\n2014-01-01,UA,2\n2014-01-02,UA,1\n", csv(contents(model)));
    }

    @Test
    void isAsNewOnceItIsCleared() throws IOException {
        FlightGallery model = model(3, Period.DAY);
        fly(model, 0, "UA", 2);
        contents(model);
        model.board().clear();
        assertEquals("date,airline,flights\n", csv(contents(model)));
        fly(model, 0, "AA", 1);
        assertEquals("date,airline,flights\n2014-01-01,AA,1\n", csv(contents(model)));
    }

    @Test
    void drawsNoMoreAirlinesThanCanBeToldApartAndHasAllInCsv() throws IOException {
        FlightGallery model = model(1_000, Period.DAY);
        for (int i = 0; i < 130; i++) {
            fly(model, 0, "A" + (100 + i), 1);
        }
        Contents contents = contents(model);
        assertEquals(100, chart(model).lines().size());
        assertEquals("30 more airlines in CSV only: a chart draws the first 100", contents.note());
        assertEquals(131, csv(contents).lines().count());
    }

    @Test
    void quotesAnAirlineThatWouldBreakItsRow() throws IOException {
        FlightGallery model = model(9, Period.DAY);
        List.of("A,B", "a \"C\"", "d\ne", "=1+1").forEach(airline -> fly(model, 0, airline, 1));
        assertEquals(
                "date,airline,flights\n2014-01-01,=1+1,1\n2014-01-01,\"A,B\",1\n2014-01-01,\"a \"\"C\"\"\",1\n"
                        + "2014-01-01,\"d\ne\",1\n",
                csv(contents(model)));
    }

    @Test
    void showsAnAirlineThatNoTerminalAndNoWindowObeys() {
        FlightGallery model = model(1, Period.DAY, "A\033]0;x\007\n\u202eB", "\033C");
        fly(model, 0, "A\033]0;x\007\n\u202eB", 1);
        Contents contents = contents(model);
        assertEquals(
                "A\\u001b]0;x\\u0007\\n\\u202eB", chart(model).lines().get(0).name());
        assertEquals("no flights of \\u001bC", contents.note());
    }

    @Test
    void makesANewChartOnlyWhenThereAreNewFlights() throws IOException {
        FlightGallery model = model(3, Period.DAY);
        fly(model, 0, "AA", 1);
        contents(model);
        Charts<FlightView> charts = new Charts<>(model);
        ChartView first = charts.newest(List.of("")).get(0);
        model.board().publish(new ReaderStatus(9, 0, "", 0, true, Duration.ZERO));
        assertSame(first, charts.newest(List.of("")).get(0));
        fly(model, 1, "AA", 1);
        contents(model);
        assertNotSame(first, charts.newest(List.of("")).get(0));
        assertEquals("date,airline,flights\n2014-01-01,AA,1\n2014-01-02,AA,1\n", csv(contents(model)));
    }

    @Test
    void showsTheAirlinesWithMostFlights() throws IOException {
        FlightGallery model = model(1, Period.DAY);
        fly(model, 0, "AA", 3);
        fly(model, 0, "UA", 2);
        assertEquals("date,airline,flights\n2014-01-01,AA,3\n", csv(contents(model)));
        fly(model, 1, "UA", 2);
        assertEquals("date,airline,flights\n2014-01-01,UA,2\n2014-01-02,UA,2\n", csv(contents(model)));
    }

    @Test
    void letsAnAirlineKeepItsColourWhenOthersOvertakeIt() {
        FlightGallery model = model(2, Period.DAY);
        fly(model, 0, "AA", 3);
        fly(model, 0, "UA", 2);
        Map<String, Integer> before = colours(chart(model));
        fly(model, 0, "UA", 5);
        assertEquals(before, colours(chart(model)));
        fly(model, 0, "WN", 9);
        Map<String, Integer> after = colours(chart(model));
        assertEquals(before.get("UA United"), after.get("UA United"));
        assertTrue(!before.containsValue(after.get("WN Southwest")), "a newcomer has a colour of its own");
    }

    @Test
    void sumsUpByMonthAndYear() throws IOException {
        for (Period per : List.of(Period.MONTH, Period.YEAR)) {
            FlightGallery model = model(3, per);
            fly(model, 30, "AA", 3);
            fly(model, 31, "AA", 2);
            fly(model, 365, "AA", 1);
            assertEquals(
                    per == Period.MONTH
                            ? "date,airline,flights\n2014-01-01,AA,3\n2014-02-01,AA,2\n2015-01-01,AA,1\n"
                            : "date,airline,flights\n2014-01-01,AA,5\n2015-01-01,AA,1\n",
                    csv(contents(model)));
        }
    }

    @Test
    void saysWhichOfTheWantedAirlinesHasNoFlights() {
        FlightGallery model = model(3, Period.DAY, "AA", "ZZ");
        fly(model, 0, "AA", 1);
        fly(model, 0, "UA", 9);
        Contents contents = contents(model);
        assertEquals("no flights of ZZ · there is UA", contents.note());
        assertFalse(model.isEmpty());
        assertEquals(
                List.of("AA American"),
                chart(model).lines().stream().map(Line::name).toList());
    }

    @Test
    void drawsADayWithoutFlightsOfAnAirlineAsAGap() {
        FlightGallery model = model(2, Period.DAY);
        fly(model, 0, "AA", 1);
        fly(model, 1, "UA", 1);
        ChartView chart = chart(model);
        assertEquals(2, chart.axis().size());
        assertTrue(Double.isNaN(chart.lines().get(0).y(1)));
    }

    @Test
    void namesAirlinesItKnowsAndLeavesOthersTheirCode() {
        assertEquals("B6 JetBlue", Airlines.label("B6"));
        assertEquals("??", Airlines.label("??"));
    }
}
