package tickwing.common.bar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.record.Decoded;

class BarJsonTest {
    private static final String AAPL = "{\"Date\":\"2013-01-02\",\"Open\":553.82,\"High\":555.0,\"Low\":541.63,"
            + "\"Close\":549.03,\"Adj Close\":null,\"Volume\":20018500,\"Label\":\"AAPL\",\"Interval\":\"1d\"}";
    private static final Bar FINISHED = Bar.finished(
            "AAPL",
            Interval.ONE_DAY,
            BarTime.of(LocalDate.of(2013, 1, 2)),
            553.82,
            555.0,
            541.63,
            549.03,
            Double.NaN,
            20018500);

    @Test
    void writesTheFieldsThatYfinanceUsersKnow() {
        assertEquals(AAPL, new String(BarJson.write(FINISHED), UTF_8));
    }

    @Test
    void readsWhatItWrites() {
        OffsetDateTime quoted = OffsetDateTime.parse("2024-03-11T15:59:58.123-04:00");
        Bar forming = new Bar(
                "MSFT",
                Interval.ONE_DAY,
                BarTime.of(LocalDate.of(2024, 3, 11)),
                1e-7,
                123456789.25,
                1e-8,
                0.1 + 0.2,
                3,
                0,
                quoted,
                true);
        Bar minute = new Bar(
                "MSFT",
                Interval.ONE_MINUTE,
                BarTime.of(OffsetDateTime.parse("2024-03-11T15:59:00-04:00")),
                1,
                2,
                1,
                2,
                Double.NaN,
                7,
                quoted,
                false);
        for (Bar bar : List.of(FINISHED, forming, minute)) {
            assertEquals(bar, only(BarJson.write(bar)));
        }
    }

    @Test
    void readsTheOlderFormWithTimesInUtcNumbersAsTextAndNoInterval() {
        Bar bar = only(("{\"Date\":\"2023-04-30 02:03:53.318248\",\"Open\":\"1.5\",\"High\":\"2\",\"Low\":\"1\","
                        + "\"Close\":\"1.75\",\"Volume\":\"12.0\",\"Stock\":\"GOOG\"}")
                .getBytes(UTF_8));
        assertEquals(Interval.ONE_DAY, bar.interval());
        assertEquals(LocalDate.of(2023, 4, 30), bar.time().date());
        assertEquals(OffsetDateTime.parse("2023-04-30T02:03:53.318248Z"), bar.quotedAt());
        assertEquals(12, bar.volume());
        assertEquals(1.5, bar.open());
    }

    @Test
    void writesCurrencyAndSourceAtTheEndWhereTheyAreKnown() {
        Bar bar = FINISHED.from(new Origin("GBp", "yahoo"));
        String known = AAPL.replace("}", ",\"Currency\":\"GBp\",\"Source\":\"yahoo\"}");
        assertEquals(known, new String(BarJson.write(bar), UTF_8));
        assertEquals(bar, only(known.getBytes(UTF_8)));
        String source = AAPL.replace("}", ",\"Source\":\"binance\"}");
        assertEquals(source, new String(BarJson.write(FINISHED.from(new Origin(null, "binance"))), UTF_8));
        assertEquals(FINISHED.from(new Origin(null, "binance")), only(source.getBytes(UTF_8)));
    }

    @Test
    void aRecordSaysWhatItSaysAndNotWhatTheOneBeforeSaid() {
        BarJson.Reader reader = new BarJson.Reader();
        for (String currency : new String[] {"USD", "GBp", null, "USD"}) {
            String json = currency == null ? AAPL : AAPL.replace("}", ",\"Currency\":\"" + currency + "\"}");
            assertEquals(
                    List.of(Decoded.ok(FINISHED.from(new Origin(currency, null)))),
                    reader.read(null, json.getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "7", "{\"name\":\"x\"}", "[\"x\"]", "LONG"})
    void takesNoOffenceAtFieldsOfThoseNamesThatSaySomethingElse(String value) {
        String its = value.replace("LONG", '"' + "x".repeat(65) + '"');
        String json = AAPL.replace("}", ",\"Currency\":" + its + ",\"Source\":" + its + "}");
        assertEquals(FINISHED, only(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1234, 1234",
        "1234.0, 1234",
        "\"12.50\", 12.5",
        "0.00012300, 0.000123",
        "12345.67800000, 12345.678",
        "1e-7, 0.00000010",
        "9007199254740992, 9007199254740992",
        "null, null",
    })
    void keepsTheDecimalsOfAVolumeAndWritesAWholeOneWithoutThem(String read, String written) {
        Bar bar = only(AAPL.replace("20018500", read).getBytes(UTF_8));
        assertEquals(AAPL.replace("20018500", written), new String(BarJson.write(bar), UTF_8));
        assertEquals(bar, only(BarJson.write(bar)));
    }

    @Test
    void doesNotKnowAVolumeThatIsNullOrAbsent() {
        for (String json : List.of(
                AAPL.replace("20018500", "null"),
                AAPL.replace("20018500", "[1]"),
                AAPL.replace("\"Volume\":20018500,", ""))) {
            assertEquals(Double.NaN, only(json.getBytes(UTF_8)).volume(), json);
        }
    }

    @Test
    void takesMidnightAsAMereDateWhateverTheOffset() {
        for (String date : List.of("2023-01-03 00:00:00-05:00", "2023-01-03T00:00:00Z", "2023-01-03 00:00:00")) {
            Bar bar = only(AAPL.replace("2013-01-02", date).getBytes(UTF_8));
            assertTrue(!bar.isForming(), date);
            assertEquals("2023-01-03", bar.time().toString());
        }
    }

    @Test
    void namesAFormingDailyBarByTheLocalDateAsWritten() {
        Bar bar = only(AAPL.replace("2013-01-02", "2024-06-03T23:30:00-04:00").getBytes(UTF_8));
        assertEquals("2024-06-03", bar.time().toString());
        assertTrue(bar.isForming());
    }

    @Test
    void readsTheGoodBarsOfAnArrayAndRejectsTheBadOnes() {
        String bad = AAPL.replace("549.03", "\"abc\"");
        List<Decoded<Bar>> bars =
                new BarJson.Reader().read(null, ("[" + AAPL + "," + bad + ",17," + AAPL + "]").getBytes(UTF_8));
        assertEquals(4, bars.size());
        assertEquals(Decoded.ok(FINISHED), bars.get(0));
        assertEquals("Close is not a number", kind(bars.get(1)));
        assertEquals("not a JSON object", kind(bars.get(2)));
        assertEquals(Decoded.ok(FINISHED), bars.get(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "549.03   | null      | Close is missing",
                "549.03   | \"NaN\"   | Close is not a number",
                "549.03   | \"1d\"    | Close is not a number",
                "549.03   | \"0x1p3\" | Close is not a number",
                "549.03   | 1e999     | Close is not a number",
                "549.03   | {}        | Close is missing",
                "555.0    | 541.62    | High is below Low",
                "20018500 | -1        | Volume is negative",
                "20018500 | -0.5      | Volume is negative",
                "20018500 | 1e16      | Volume is too large",
                "20018500 | 1e999     | Volume is not a number",
                "20018500 | \"\"      | Volume is not a number",
                "20018500 | \"N/A\"   | Volume is not a number",
                "2013-01-02 | 2013-02-30 | Date is not a date",
                "2013-01-02 | 2013-02-30T10:00:00-05:00 | Date is not a date",
                "2013-01-02 | yesterday  | Date is not a date",
                "AAPL     | ' '       | Symbol is missing",
                "AAPL     | 0123456789012345678901234567890123456789012345678901234567890123A |"
                        + " Symbol is longer than 64 characters",
                "1d       | 7x        | Interval is unknown",
            })
    void saysWhatIsWrong(String from, String to, String kind) {
        List<Decoded<Bar>> bars = new BarJson.Reader()
                .read(null, AAPL.replace(from, to.replace("'", "")).getBytes(UTF_8));
        assertEquals(1, bars.size());
        assertEquals(kind, kind(bars.get(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"Date\"", "nonsense", "'' | ", "null", "{} {}", "\"text\"", "[1,", "{\"a\":{\"b\":[}"})
    void rejectsWhatIsNoJson(String text) {
        for (Decoded<Bar> bar : new BarJson.Reader().read(null, (text == null ? "" : text).getBytes(UTF_8))) {
            assertInstanceOf(Decoded.Rejected.class, bar, text);
        }
    }

    private static Bar only(byte[] json) {
        List<Decoded<Bar>> bars = new BarJson.Reader().read(null, json);
        assertEquals(1, bars.size());
        return assertInstanceOf(Decoded.Ok.class, bars.get(0)).value() instanceof Bar bar ? bar : null;
    }

    private static String kind(Decoded<Bar> decoded) {
        return assertInstanceOf(Decoded.Rejected.class, decoded).kind();
    }
}
