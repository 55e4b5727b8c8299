package tickwing.common.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;

class FlightsOnTheWireTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kaggle 2015      | YEAR,MONTH,DAY,DAY_OF_WEEK,AIRLINE      | 2014,1,31,5,AA",
                "BTS reporting    | Year,Quarter,Month,DayofMonth,DayOfWeek,FlightDate,Reporting_Airline |"
                        + " 2014,1,1,31,5,2014-01-31,AA",
                "TranStats, old   | FL_DATE,UNIQUE_CARRIER,CARRIER          | 2014-01-31,AA,MQ",
                "TranStats, new   | FL_DATE,OP_UNIQUE_CARRIER,OP_CARRIER    | 1/31/2014 12:00:00 AM,AA,MQ",
                "TranStats, parts | YEAR,MONTH,DAY_OF_MONTH,OP_CARRIER      | 2014,1,31,AA",
                "ASA Data Expo    | Year,Month,DayofMonth,DayOfWeek,UniqueCarrier | 2014,01,31,5,AA",
                "nycflights13     | year,month,day,dep_time,carrier         | 2014,1,31,517.0,AA",
                "pandas           | YEAR,MONTH,DAY,AIRLINE                  | 2014.0,1.0,31.0,AA",
            })
    void findsDateAndAirlineInEveryKnownLayout(String layout, String header, String row) {
        List<String> names = Arrays.asList(header.split(","));
        Cells cells = Cells.of(row.split(","));
        FlightColumns columns = value(FlightColumns.of(names));
        Flight expected = new Flight(LocalDate.of(2014, 1, 31), "AA");
        assertEquals(expected, value(columns.flight(cells)), layout);
        assertEquals(
                expected, value(read(new FlightJson.Writer(names).write(cells).copy())), layout);
    }

    @Test
    void writesEveryColumnAsTheTextThatStoodInTheFile() {
        List<String> names = List.of("AIRLINE", "SCHEDULED_DEPARTURE", "A \"quoted\" name", "D", "E", "F");
        Cells cells = Cells.of("AA", "0005", "é\u2028\n\"", "", "NA", "\\N");
        assertEquals(
                "{\"AIRLINE\":\"AA\",\"SCHEDULED_DEPARTURE\":\"0005\",\"A \\\"quoted\\\" name\":\"é\u2028\\n\\\"\","
                        + "\"D\":null,\"E\":null,\"F\":null}",
                new String(new FlightJson.Writer(names).write(cells).copy(), UTF_8));
    }

    @Test
    void writesWhatAJsonReaderReadsBackWhateverTheCellsHold() throws IOException {
        Random random = new Random(20140131);
        String[] pieces = {
            "a", "\"", "\\", "\u0000", "\u001f", "\u007f", "\n", "é", "\u2028", "\uD83D\uDE80", ",", "long ".repeat(99)
        };
        List<String> names = List.of("plain", "with \"quotes\"", "back\\slash", "tab\t", "Fluglinie \u00fc");
        FlightJson.Writer writer = new FlightJson.Writer(names);
        for (int round = 0; round < 500; round++) {
            String[] texts = new String[names.size()];
            for (int i = 0; i < texts.length; i++) {
                StringBuilder text = new StringBuilder();
                for (int p = random.nextInt(6); p > 0; p--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                texts[i] = text.toString();
            }
            JsonNode read =
                    new ObjectMapper().readTree(writer.write(Cells.of(texts)).copy());
            assertEquals(
                    names, read.properties().stream().map(Map.Entry::getKey).toList());
            for (int i = 0; i < texts.length; i++) {
                assertEquals(
                        texts[i].isEmpty() ? null : texts[i],
                        read.get(names.get(i)).textValue());
            }
        }
    }

    @Test
    void writesCellsAndNamesOfEveryLengthWhereverTheyStand() {
        for (int length = 0; length < 40; length++) {
            String text = "0123456789012345678901234567890123456789".substring(0, length);
            String named = "n" + text;
            String value = text.isEmpty() ? "null" : '"' + text + '"';
            for (int behind = 0; behind < 12; behind++) {
                byte[] json = new FlightJson.Writer(List.of("a", named, "z"))
                        .write(Cells.of("first", text, "x".repeat(behind)))
                        .copy();
                String last = behind == 0 ? "null" : '"' + "x".repeat(behind) + '"';
                assertEquals(
                        "{\"a\":\"first\",\"" + named + "\":" + value + ",\"z\":" + last + "}",
                        new String(json, UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "A", "AN", "NAN", "NANA", "na", "NB", "\\n"})
    void writesWhatOnlyLooksAsIfItWereMissing(String text) {
        byte[] json = new FlightJson.Writer(List.of("a", "b"))
                .write(Cells.of(text, "NA"))
                .copy();
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        assertEquals("{\"a\":\"" + escaped + "\",\"b\":null}", new String(json, UTF_8));
    }

    @Test
    void escapesWhatHasToBeWhereverItStands() {
        // Far from the end of the row: near it, bytes are looked at one by one.
        String behind = "y".repeat(40);
        for (String bad : new String[] {"\"", "\\", "\u0000", "\u001f", "\n"}) {
            for (int before = 0; before < 20; before++) {
                String text = "é" + "x".repeat(before) + bad + "ü";
                byte[] json = new FlightJson.Writer(List.of("a", "b"))
                        .write(Cells.of(text, behind))
                        .copy();
                String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(bad));
                assertEquals(
                        "{\"a\":\"é" + "x".repeat(before) + escaped + "ü\",\"b\":\"" + behind + "\"}",
                        new String(json, UTF_8));
            }
        }
    }

    @Test
    void writesAndReads109Columns() {
        List<String> names = new ArrayList<>(List.of("FlightDate", "Reporting_Airline"));
        for (int i = 3; i <= 109; i++) {
            names.add("Column" + i);
        }
        String[] cells = new String[109];
        Arrays.fill(cells, "x");
        cells[0] = "2019-02-28";
        cells[1] = "DL";
        byte[] json = new FlightJson.Writer(names).write(Cells.of(cells)).copy();
        assertEquals(new Flight(LocalDate.of(2019, 2, 28), "DL"), value(read(json)));
        assertTrue(new String(json, UTF_8).endsWith("\"Column109\":\"x\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'YEAR,MONTH,AIRLINE', no column for the date",
        "'YEAR,MONTH,DAY,CARRIERS', no column for the airline",
        "'2014,1,1,3,AA', no column for the date and none for the airline",
    })
    void saysWhatAHeaderLacks(String header, String detail) {
        Decoded<FlightColumns> columns = FlightColumns.of(Arrays.asList(header.split(",")));
        String said = assertInstanceOf(Decoded.Rejected.class, columns).detail();
        assertTrue(said.startsWith(detail), said);
    }

    @ParameterizedTest
    @CsvSource({
        "2014, 2, 30, AA, not a date",
        "2014, 13, 1, AA, not a date",
        "2014, x, 1, AA, not a date",
        "2014, '', 1, AA, no date",
        "2014, 1, 1, '', no airline",
        "2014, 1, 1, NA, no airline",
        "2014, 1, 1, 0123456789012345678901234567890123456789012345678901234567890123A, airline too long",
    })
    void rejectsARowWithoutDateOrAirline(String year, String month, String day, String airline, String kind) {
        FlightColumns columns = value(FlightColumns.of(List.of("YEAR", "MONTH", "DAY", "AIRLINE")));
        Decoded<Flight> flight = columns.flight(Cells.of(year, month, day, airline));
        assertEquals(kind, assertInstanceOf(Decoded.Rejected.class, flight).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"YEAR\":", "\u0000\u0001", "{\"YEAR\":{\"a\":[1]}}", "7"})
    void rejectsWhatIsNoFlight(String value) {
        assertInstanceOf(Decoded.Rejected.class, read(value.getBytes(UTF_8)));
    }

    @Test
    void takesNumbersAndIgnoresFieldsThatHoldMore() {
        String json =
                "{\"tags\":{\"YEAR\":1999},\"YEAR\":2014,\"MONTH\":1,\"DAY\":31,\"list\":[1,2],\"AIRLINE\":\"AA\"}";
        assertEquals(new Flight(LocalDate.of(2014, 1, 31), "AA"), value(read(json.getBytes(UTF_8))));
    }

    private static Decoded<Flight> read(byte[] value) {
        List<Decoded<Flight>> flights = new FlightJson.Reader().read(null, value);
        assertEquals(1, flights.size());
        return flights.get(0);
    }

    @SuppressWarnings("unchecked")
    private static <T> T value(Decoded<T> decoded) {
        return ((Decoded.Ok<T>) assertInstanceOf(Decoded.Ok.class, decoded)).value();
    }
}
