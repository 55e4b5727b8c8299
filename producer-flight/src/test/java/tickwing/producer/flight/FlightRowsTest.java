package tickwing.producer.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.error.UserError;
import tickwing.common.flight.FlightHeaders;
import tickwing.common.record.ByteSlice;
import tickwing.replay.Outcome;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.RowFormat;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

class FlightRowsTest {
    private static final FlightRows ALL = new FlightRows(Optional.empty(), d -> true, Set.of());

    @Test
    void publishesARowUnderItsAirlineWithEveryColumn() throws IOException {
        Outcome.Publish flight = publish(ALL, "YEAR,MONTH,DAY,AIRLINE,SCHEDULED_DEPARTURE,X\n2014,1,31,AA,0005,\n", 0)
                .get(0);
        assertEquals("AA", new String(flight.key(), UTF_8));
        assertEquals(
                "{\"YEAR\":\"2014\",\"MONTH\":\"1\",\"DAY\":\"31\",\"AIRLINE\":\"AA\","
                        + "\"SCHEDULED_DEPARTURE\":\"0005\",\"X\":null}",
                new String(flight.value().copy(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2014-01-31T00:05:00Z",
        "0005, 2014-01-31T00:05:00Z",
        "2400, 2014-02-01T00:00:00Z",
        "1335.0, 2014-01-31T13:35:00Z",
        "13:35, 2014-01-31T13:35:00Z",
        "NA, 2014-01-31T00:00:00Z",
        "1375, 2014-01-31T00:00:00Z",
    })
    void takesTheScheduledDepartureAsTheTimeOfTheEvent(String departure, String instant) throws IOException {
        Outcome.Publish flight = publish(
                        ALL, "YEAR,MONTH,DAY,AIRLINE,SCHEDULED_DEPARTURE\n2014,1,31,AA," + departure + "\n", 0)
                .get(0);
        assertEquals(
                Instant.parse(instant), Instant.ofEpochMilli(flight.subject().eventMillis()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEAR,MONTH,DAY,AIRLINE | 2014,1,31,AA | \"YEAR\":\"2014\",\"MONTH\":\"2\",\"DAY\":\"7\"",
                "Year,Month,DayofMonth,UniqueCarrier | 2014,01,31,AA |"
                        + " \"Year\":\"2014\",\"Month\":\"02\",\"DayofMonth\":\"7\"",
                "FL_DATE,OP_CARRIER | 2014-01-31,AA | \"FL_DATE\":\"2014-02-07\"",
                "FL_DATE,OP_CARRIER | 1/31/2014 12:00:00 AM,AA | \"FL_DATE\":\"2/7/2014 12:00:00 AM\"",
                "FL_DATE,OP_CARRIER | 20140131,AA | \"FL_DATE\":\"20140207\"",
            })
    void movesTheDatesOfALapOnInTheirOwnForm(String header, String row, String json) throws IOException {
        String value = new String(
                publish(ALL, header + "\n" + row + "\n", 7).get(0).value().copy(), UTF_8);
        assertTrue(value.contains(json), value);
    }

    @ParameterizedTest
    @CsvSource({"kaggle2015, 31", "asa, 29", "nycflights13, 19"})
    void knowsTheHeadersOfFilesWithoutOne(String layout, int columns) throws IOException {
        List<String> header = FlightHeaders.of(layout).orElseThrow();
        assertEquals(columns, header.size());
        String[] cells = new String[columns];
        Arrays.fill(cells, "1");
        for (int i = 0; i < columns; i++) {
            if (header.get(i).equalsIgnoreCase("year")) {
                cells[i] = "2014";
            }
        }
        FlightRows rows = new FlightRows(Optional.of(header), d -> true, Set.of());
        assertEquals(1, publish(rows, String.join(",", cells) + "\n", 0).size());
    }

    @Test
    void tellsAFlightFromAnotherByDateAirlineNumberOriginAndDeparture() throws IOException {
        List<Outcome.Publish> flights = publish(
                ALL,
                "YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER,ORIGIN_AIRPORT,SCHEDULED_DEPARTURE,ARRIVAL_DELAY\n"
                        + "2014,1,31,AA,7,LAX,0005,3\n2014,1,31,AA,7,LAX,0005,4\n2014,1,31,AA,7,PBI,0005,3\n",
                0);
        Object[] first = flights.get(0).subject().identity();
        assertArrayEquals(first, flights.get(1).subject().identity());
        assertFalse(Arrays.equals(first, flights.get(2).subject().identity()));
    }

    @Test
    void refusesAHeaderThatSaysAColumnTwiceOrTooLittle() {
        UserError twice =
                assertThrows(UserError.class, () -> publish(ALL, "YEAR,MONTH,DAY,AIRLINE,DAY\n2014,1,31,AA,31\n", 0));
        assertTrue(twice.getMessage().contains("the column DAY stands there twice"), twice.getMessage());
        UserError none = assertThrows(UserError.class, () -> publish(ALL, "2014,1,31,AA\n", 0));
        assertTrue(none.getMessage().contains("--header kaggle2015"), none.getMessage());
    }

    @Test
    void remembersTheKeysOfAirlinesButNotOfWhatIsTooMany() throws IOException {
        String longest = "A".repeat(64);
        StringBuilder text = new StringBuilder("YEAR,MONTH,DAY,AIRLINE\n");
        text.append("2014,1,31,").append(longest).append("\n");
        text.append("2014,1,31,").append(longest).append("\n");
        for (int i = 1; i <= FlightEncoder.MOST_KEYS; i++) {
            text.append("2014,1,31,").append(i).append('\n');
        }
        text.append("2014,1,31,").append(longest).append("\n");
        List<Outcome.Publish> flights = publish(ALL, text.toString(), 0);
        assertEquals(longest, new String(flights.get(0).key(), UTF_8));
        assertSame(flights.get(0).key(), flights.get(1).key());
        byte[] last = flights.get(flights.size() - 1).key();
        assertEquals(longest, new String(last, UTF_8));
        assertNotSame(flights.get(0).key(), last, "all of so many stay in memory");
    }

    @Test
    void rejectsAnAirlineThatIsTooLongToBeAKey() throws IOException {
        for (int length : List.of(65, 500_000)) {
            String text = "YEAR,MONTH,DAY,AIRLINE\n2014,1,31," + "B".repeat(length) + "\n";
            CsvRows rows = new CsvRows(new ByteArrayInputStream(text.getBytes(UTF_8)));
            RowFormat.RowEncoder encoder = ALL.open("f.csv", rows, 0);
            Outcome outcome = encoder.encode(assertInstanceOf(CsvRow.Good.class, rows.next()));
            Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
            assertTrue(rejected.detail().startsWith("the airline has " + length + " characters"), rejected.detail());
        }
    }

    private static List<Outcome.Publish> publish(FlightRows format, String text, int shiftDays) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(text.getBytes(UTF_8)));
        // As a look at a file of this layout settles it.
        Reading monthFirst = Reading.DEFAULT.with(ReadingOptions.DATE_ORDER, "mdy");
        RowFormat.RowEncoder encoder = format.with(monthFirst).open("f.csv", rows, shiftDays);
        List<Outcome.Publish> published = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            Outcome.Publish flight =
                    assertInstanceOf(Outcome.Publish.class, encoder.encode(assertInstanceOf(CsvRow.Good.class, row)));
            byte[] value = flight.value().copy();
            published.add(new Outcome.Publish(flight.key(), ByteSlice.of(value), flight.subject()));
        }
        return published;
    }
}
