package tickwing.common.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;

/** Records that other people's producers put on the topic. */
class OtherFlightsTest {
    private static final Flight FLIGHT = new Flight(LocalDate.of(2023, 1, 2), "QX");

    private final FlightJson.Reader reader = new FlightJson.Reader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'YEAR':'2023','MONTH':'1','DAY':'2','AIRLINE':'QX','FLIGHT_NUMBER':'2'}",
                "{'year':2023.0,'month':1.0,'day':2.0,'carrier':'QX'}",
                "{'fl_date':'2023-01-02','op_carrier':'QX'}",
                "{'Fl_Date':'2023-01-02','Op_Unique_Carrier':'QX'}",
                "{'flightdate':'2023-01-02','reporting_airline':'QX'}",
                "{'FlightDate':'2023-01-02','Operating_Airline ':'QX'}",
                "{'FL_DATE':'2023-01-02','AIRLINE_CODE':'QX'}",
                "{'FL_DATE':'2023-01-02','AIRLINE':'Horizon Air','AIRLINE_CODE':'QX'}",
                "{'AIRLINE_CODE':'QX','AIRLINE':'Horizon Air','FL_DATE':'2023-01-02'}",
                "{'Airline':'QX','Year':2023,'Month':1,'DayOfMonth':2}",
                "{'FL_DATE':'1/2/2023 12:00:00 AM','OP_CARRIER':'QX'}",
                "{'FL_DATE':'2023-01-02T00:00:00.000','OP_CARRIER':'QX'}",
                "{'FL_DATE':1672617600000,'OP_CARRIER':'QX'}",
                "{'FL_DATE':1672617600,'OP_CARRIER':'QX'}",
                "{'OP_CARRIER':'QX','DEP_DELAY':NaN,'FL_DATE':'2023-01-02'}",
                "{'schema':{'type':'struct'},'payload':{'FL_DATE':'2023-01-02','OP_CARRIER':'QX'}}",
                "[{'FL_DATE':'2023-01-02','OP_CARRIER':'QX','ORIGIN':'LAX'}]",
                "\uFEFF{'FL_DATE':'2023-01-02','OP_CARRIER':'QX'}",
            })
    void areReadAsWhatTheyMean(String json) {
        assertEquals(List.of(Decoded.ok(FLIGHT)), read(null, json));
    }

    @Test
    void areReadOutOfTexts() {
        String quoted = "\"{\\\"FL_DATE\\\":\\\"2023-01-02\\\",\\\"OP_CARRIER\\\":\\\"QX\\\"}\"";
        assertEquals(List.of(Decoded.ok(FLIGHT)), reader.read(null, quoted.getBytes(UTF_8)));
    }

    @Test
    void areReadEachOfAnArrayWhateverStandsBetweenThem() {
        List<Decoded<Flight>> flights = read(
                null,
                "[{'FL_DATE':'2023-01-02','OP_CARRIER':'QX','DEST':'SEA'},{'FL_DATE':'2023-01-02'},7,"
                        + "{'FL_DATE':'2023-01-02','OP_CARRIER':'QX'}]");
        assertEquals(4, flights.size());
        assertEquals(Decoded.ok(FLIGHT), flights.get(0));
        assertEquals(Reason.NO_AIRLINE, why(flights.get(1)));
        assertEquals(Reason.NO_OBJECT, why(flights.get(2)));
        assertEquals(Decoded.ok(FLIGHT), flights.get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QX", "\"QX\"", "{\"schema\":{\"type\":\"string\"},\"payload\":\"QX\"}"})
    void mayHaveTheAirlineInTheirKeysAlone(String key) {
        assertEquals(List.of(Decoded.ok(FLIGHT)), read(key, "{'FL_DATE':'2023-01-02','ORIGIN':'LAX'}"));
    }

    @Test
    void areOfTheAirlineInTheValueWhateverTheKeySays() {
        assertEquals(List.of(Decoded.ok(FLIGHT)), read("AA", "{'FL_DATE':'2023-01-02','OP_CARRIER':'QX'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "LAX  | {'FL_DATE':'2023-01-02'}                            | NO_AIRLINE",
                "12   | {'FL_DATE':'2023-01-02'}                            | NO_AIRLINE",
                "qx   | {'FL_DATE':'2023-01-02'}                            | NO_AIRLINE",
                "QX   | {'OP_CARRIER':'QX'}                                 | NO_DATE",
                "QX   | {'FL_DATE':1672647240000}                           | NO_DATE",
                "QX   | {'FL_DATE':19359}                                   | NO_DATE",
                "QX   | {'year':2023,'month':'January','day':2}             | NO_DATE",
                "QX   | {'year':2023,'month':1,'day':'Monday'}              | NO_DATE",
                "QX   | {'schema':{},'payload':null}                        | NO_OBJECT",
                "QX   | 17                                                  | NO_OBJECT",
                "QX   | 2023,1,2,QX                                         | NOT_JSON",
            })
    void areSkippedRatherThanReadAsSomethingElse(String key, String json, Reason reason) {
        List<Decoded<Flight>> flights = read(key, json);
        assertEquals(1, flights.size());
        assertEquals(reason, why(flights.get(0)));
    }

    private List<Decoded<Flight>> read(String key, String quotedSingly) {
        return reader.read(
                key == null ? null : key.getBytes(UTF_8),
                quotedSingly.replace('\'', '"').getBytes(UTF_8));
    }

    private static Reason why(Decoded<Flight> decoded) {
        return assertInstanceOf(Decoded.Rejected.class, decoded).reason();
    }
}
