package tickwing.producer.stock.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For each thing that is inferred of a bar file: files that must go the other way, be refused, or stop where they contradict it. */
class ContraryBarFileTest {
    private static final String PLAIN = "Date,Open,High,Low,Close,Volume\n";

    @TempDir
    private Path folder;

    /** The dates of three rows, and what they are: the first one's date, or what the refusal names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/04/2023 | 14/04/2023 | 17/04/2023 | 2023-04-13",
                "04/13/2023 | 04/14/2023 | 04/17/2023 | 2023-04-13",
                "03/04/2023 | 04/04/2023 | 05/04/2023 | 2023-04-03",
                "04/03/2023 | 04/04/2023 | 04/05/2023 | 2023-04-03",
                "04/03/2023 | 04/04/2023 | 13/05/2023 | --date-order dmy",
                "04/07/2023 | 04/08/2023 | 04/09/2023 | --date-order mdy",
                "03/06/2023 | 04/06/2023 | 05/06/2023 | --date-order",
                "03/06/2023 | 03/06/2023 | 03/06/2023 | --date-order",
                "01/01/2023 | 02/01/2023 | 03/01/2023 | --date-order",
                "23/01/04 | 23/01/05 | 23/01/06 | --date-order ymd",
                "22/12/30 | 23/01/02 | 23/01/03 | --date-order ymd",
                "20/01/01 | 20/02/01 | 20/03/01 | --date-order ymd",
                "23.01.04 | 23.01.05 | 23.01.06 | --date-order ymd",
                "04.01.23 | 05.01.23 | 06.01.23 | 2023-01-04",
                "16/01/23 | 17/01/23 | 18/01/23 | 2023-01-16",
                "00-01-03 | 00-01-04 | 00-01-05 | --date-order ymd",
            })
    void readsOrRefusesDatesByAllThatTheySay(String one, String two, String three, String expected) {
        DryReading.Read read = read("X.csv", PLAIN + row(one) + row(two) + row(three));
        if (expected.startsWith("--")) {
            assertTrue(read.code() == -1 && read.error().contains(expected), read.toString());
        } else {
            assertEquals(expected, read.bars().get(0).get("Date").asText(), read.toString());
        }
    }

    @Test
    void doesAsItIsToldWhereDatesCanBeReadInSeveralWays() {
        String file = PLAIN + row("10/01/04") + row("10/01/05");
        assertEquals("2004-01-10", date(read("X.csv", file, "--date-order=dmy")));
        assertEquals("2004-10-01", date(read("X.csv", file, "--date-order=mdy")));
        assertEquals("2010-01-04", date(read("X.csv", file, "--date-order=ymd")));
        assertEquals("2010-01-04", date(read("X.csv", file.replace('/', '.'), "--date-order=ymd")));
    }

    @Test
    void believesNeitherTheLayoutNorTheWeekendWhereTheOtherSaysSomethingElse() {
        String nasdaq = "Date,Close/Last,Volume,Open,High,Low\n";
        IntFunction<String> april = day -> "0" + day + "/04/2023,$2,100,$1,$2,$1\n";
        refused(read("X.csv", nasdaq + april.apply(3) + april.apply(4) + april.apply(5)), "--date-order");
        refused(read("X.csv", nasdaq + "04/03/2023,$2,100,$1,$2,$1\n13/04/2023,$2,100,$1,$2,$1\n"), "--date-order");
        assertEquals("2023-04-03", date(read("X.csv", nasdaq + "04/03/2023,$2,100,$1,$2,$1\n")));
    }

    /** A price of each of three rows, and what the first one is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5 | 2,5 | 3,5 | 1.5",
                "1.5 | 2.5 | 3.5 | 1.5",
                "1.234,5 | 2 | 3 | 1234.5",
                "1,234.5 | 2 | 3 | 1234.5",
                "1,234 | 1,235 | 1,236 | --decimal-comma",
                "1.234 | 1.235 | 1.236 | --decimal-comma",
                "1,234 | 1,235 | 1,2 | --decimal-comma",
                "1,234 | 1,23 | 1,2 | 1.234",
                "1.234 | 1,23 | 1,2 | 1234",
                "1.234.567 | 2.234.567 | 5 | 1234567",
            })
    void readsOrRefusesDecimalsByAllThatTheySay(String one, String two, String three, String expected) {
        StringBuilder file = new StringBuilder("Date;Open;High;Low;Close\n");
        for (String price : List.of(one, two, three)) {
            file.append("2023-04-0")
                    .append(3 + file.toString().lines().count())
                    .append((";" + price).repeat(4))
                    .append('\n');
        }
        DryReading.Read read = read("X.csv", file.toString());
        if (expected.startsWith("--")) {
            refused(read, expected);
        } else {
            assertEquals(
                    Double.parseDouble(expected),
                    read.bars().get(0).get("Close").asDouble(),
                    read.toString());
        }
    }

    @Test
    void takesVolumesForWitnessesOfDecimalsWherePricesAreSilent() {
        String file = "Date;Open;High;Low;Close;Volume\n2023-04-03;1;2;1;2;1.234\n2023-04-04;1;2;1;2;5.678\n";
        refused(read("X.csv", file), "--decimal-comma");
        assertEquals(
                1234,
                read("X.csv", file, "--decimal-comma")
                        .bars()
                        .get(0)
                        .get("Volume")
                        .asInt());
        String sure = file + "2023-04-05;1;2;1;2;1.234.567\n2023-04-06;1;2;1;2;2.234.567\n";
        assertEquals(1234, read("X.csv", sure).bars().get(0).get("Volume").asInt());
    }

    @Test
    void isNotMisledByOneCellThatHasLostOrGainedASign() {
        String file =
                "Date,Open,High,Low,Close\n2023-04-03,8.326,8.326,8.326,8.326\n2023-04-04,8..326,8.326,8.326,8.326\n";
        DryReading.Read read = read("X.csv", file);
        assertEquals(3, read.code());
        assertEquals(8.326, read.bars().get(0).get("Close").asDouble());
    }

    /** Steps in minutes between rows, from 2023-03-06 09:00, and the interval or what the refusal names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,1,1 | 1m",
                "1,1,5 | 1m",
                "60,60,60 | 1h",
                "60 | 1h",
                "1440,1440 | 1d",
                "1440,1440,4320 | 1d",
                "1380,1440,1500,1440 | 1d",
                "10080,10080 | 1w",
                "40320,44640 | 1mo",
                "525600,525600 | 1y",
                "7,7,7 | --interval",
                "131040,131040,132480,132480,129600 | --interval",
                "20160,20160,20160,20160,20160 | --interval",
                "0,0,0,0 | --columns Symbol=COLUMN",
            })
    void tellsTheIntervalByTheStepsOrRefuses(String steps, String expected) {
        LocalDateTime at = LocalDateTime.of(2023, 3, 6, 9, 0);
        StringBuilder file = new StringBuilder(PLAIN).append(row(at.toString().replace('T', ' ') + ":00"));
        int price = 1;
        for (String step : steps.split(",")) {
            at = at.plusMinutes(Long.parseLong(step));
            file.append(at.toString().replace('T', ' '))
                    .append(":00")
                    .append(",1,9,1,")
                    .append(++price)
                    .append(",1\n");
        }
        DryReading.Read read = read("X.csv", file.toString());
        if (expected.startsWith("--")) {
            refused(read, expected);
        } else {
            assertEquals(expected, read.bars().get(0).get("Interval").asText(), read.toString());
        }
    }

    @Test
    void takesTheHoursAroundMidnightForHours() {
        assertEquals("1h", interval(read("X.csv", PLAIN + row("2023-01-02 23:00:00") + row("2023-01-03 00:00:00"))));
    }

    @Test
    void asksWhereDaysAreDatedThatBeginTheEveningBeforeInUtc() {
        String tokyo = PLAIN + row("2023-01-03 15:00:00+00:00") + row("2023-01-04 15:00:00+00:00");
        refused(read("X.csv", tokyo), "--zone Asia/Tokyo");
        assertEquals("2023-01-04", date(read("X.csv", tokyo, "--zone=Asia/Tokyo")));
        assertEquals("2023-01-03", date(read("X.csv", tokyo, "--zone=UTC")));
        String counted = PLAIN + row("1672758000") + row("1672844400");
        refused(read("X.csv", counted), "--zone");
        assertEquals("2023-01-04", date(read("X.csv", counted, "--zone=Asia/Tokyo")));
        // Days of London, which begin at 23:00 UTC in summer.
        refused(
                read("X.csv", PLAIN + row("2023-03-24 00:00:00+00:00") + row("2023-03-27 23:00:00+00:00")),
                "X.csv:3: ");
    }

    @Test
    void takesAHeaderOfNumbersForNone() {
        refused(read("X.csv", "2023-01-02,1,2,1,2,100\n2023-01-03,1,2,1,2,100\n"), "--header");
        refused(read("X.csv", "1672617600000,1,2,1,2,100,1672703999999,1,1,1,1,0\n"), "--header");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2, X",
        "1, 2, 3, X",
        "17, 18, 19, X",
        "19, 18, 17, X",
        "600519, 600519, 600519, 600519",
        "A, A, A, A",
        "7, 3, 5, --columns",
        "0, 5, 9, --columns",
        "'', 1, 2, --columns",
        "O, 1, 2, --columns",
    })
    void tellsAColumnOfSymbolsFromOneThatCountsRows(String one, String two, String three, String expected) {
        String header = "Index,Date,Open,High,Low,Close,Volume\n";
        DryReading.Read read = read(
                "X.csv",
                header + one + "," + row("2023-01-02") + two + "," + row("2023-01-03") + three + ","
                        + row("2023-01-04"));
        if (expected.startsWith("--")) {
            refused(read, expected);
        } else {
            assertEquals(expected, read.bars().get(2).get("Label").asText(), read.toString());
        }
    }

    @Test
    void refusesSeveralSymbolsBelowEachOtherWithoutAColumnThatIsKnown() {
        String header = "security,Date,Open,High,Low,Close,Volume\n";
        String all = header + series("A", 900, 1) + series("B", 90, 5);
        refused(read("X.csv", all), "X.csv: many rows have the same time");
        DryReading.Read later = read("X.csv", header + series("A", 1_300, 1) + series("B", 50, 5));
        refused(later, "X.csv:1311: ");
        assertEquals(990, read("X.csv", all, "--columns=Symbol=security").bars().size());
        String contracts = all.replace("security", "Symbol").replaceAll("\n[AB],", "\nA,");
        refused(read("X.csv", contracts), "many rows of a symbol");
    }

    @Test
    void acceptsRowsThatStandInAFileTwice() {
        String header = "Date,Open,High,Low,Close,Volume\n";
        String rows = series("", 30, 1).replaceAll("(?m)^,", "");
        DryReading.Read read = read("X.csv", header + rows + rows);
        assertEquals(60, read.bars().size(), read.toString());
    }

    @Test
    void readsSymbolsBesideEachOtherThatAreCalledAsFieldsOrNumbers() {
        String header =
                "Price,Close,Close,High,High,Low,Low,Open,Open\nTicker,LOW,600519,LOW,600519,LOW,600519,LOW,600519\n";
        DryReading.Read read = read("all.csv", header + "Date,,,,,,,,\n2023-01-02,2,4,3,6,1,3,2,5\n");
        assertEquals(List.of("LOW", "600519"), symbols(read));
        String flat = "Date,Close_OPEN,High_OPEN,Low_OPEN,Open_OPEN,Close_LOW,High_LOW,Low_LOW,Open_LOW\n";
        assertEquals(List.of("OPEN", "LOW"), symbols(read("all.csv", flat + "2023-01-02,2,3,1,2,2,3,1,2\n")));
        DryReading.Read adjusted =
                read("all.csv", "Date,A Open,A High,A Low,A Close,A Adj Close\n2023-01-02,1,2,1,2,1.5\n");
        assertEquals(1.5, adjusted.bars().get(0).get("Adj Close").asDouble());
        refused(read("all.csv", "Date,Open,Close,Close.1\n2023-01-02,1,2,3\n"), "--");
    }

    @Test
    void takesTextBeforeAHeaderForNoneWhereItIsAsWide() {
        assertEquals(
                1,
                read("X.csv", "Some report\nof 2023, as it is\n" + PLAIN + row("2023-01-02"))
                        .bars()
                        .size());
        refused(read("X.csv", "a,b,c,d,e,f\n" + PLAIN + row("2023-01-02")), "--columns");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, true", "UTF-16BE, true", "UTF-8, true", "UTF-8, false", "UTF-16LE, false", "UTF-16BE, false"
    })
    void readsMarkedTextAndRefusesUtf16WithoutAMark(String charset, boolean marked) {
        byte[] bytes = ((marked ? "\uFEFF" : "") + PLAIN + row("2023-01-02")).getBytes(Charset.forName(charset));
        DryReading.Read read = new DryReading(folder).file("X.csv", bytes);
        if (marked || charset.equals("UTF-8")) {
            assertEquals("2023-01-02", date(read));
        } else {
            refused(read, "byte order mark");
        }
    }

    /** Three rows as they were settled, and one that is something else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/04/2023 | 14/04/2023 | 04/18/2023 | --date-order",
                "2023-01-02 09:30:00 | 2023-01-03 09:30:00 | 2023-01-04 11:00:00 | --interval",
            })
    void stopsAtARowThatContradictsTheThousandBeforeIt(String one, String two, String other, String option) {
        String rows = IntStream.range(0, 600).mapToObj(i -> row(one) + row(two)).collect(Collectors.joining());
        DryReading.Read read = read("X.csv", PLAIN + rows + row(other));
        refused(read, "X.csv:1202: ");
        refused(read, option);
    }

    @Test
    void rejectsDaysThatHaveADigitTooManyAmongDaysAndCounts() {
        DryReading.Read days = read("X.csv", PLAIN + row("20230102") + row("202301033") + row("20230104"));
        assertEquals(List.of(3, 2), List.of(days.code(), days.bars().size()), days.toString());
        DryReading.Read counts = read("X.csv", PLAIN + row("1672617600") + row("2023-01-03") + row("1672790400"));
        assertEquals(List.of(3, 2), List.of(counts.code(), counts.bars().size()), counts.toString());
    }

    @Test
    void looksForATimeOfDayBesideEachKindOfDay() {
        for (String day : List.of("Date", "Day", "Trade Date", "TradingDay")) {
            DryReading.Read read = read(
                    "X.csv", day + ",Time,Open,High,Low,Close\n2023-01-02,09:30,1,2,1,2\n2023-01-02,09:31,1,2,1,1\n");
            assertEquals("1m", interval(read), day);
        }
    }

    @Test
    void readsAStreamAsItReadsAFile() {
        for (Layout layout : Layout.values()) {
            WrittenBars.File file = WrittenBars.write(layout, 77_000L + layout.ordinal());
            String[] options = file.options().toArray(String[]::new);
            DryReading reading = new DryReading(folder);
            DryReading.Read whole = reading.file("standard input.csv", file.content(), options);
            DryReading.Read stream = reading.stream(file.content(), options);
            assertEquals(whole.code(), stream.code(), layout + stream.error());
            assertEquals(numbers(whole), numbers(stream), layout.toString());
        }
    }

    private static List<String> numbers(DryReading.Read read) {
        return read.bars().stream()
                .map(bar ->
                        TypedBar.text(bar).substring(bar.get("Label").asText().length()))
                .toList();
    }

    private static String series(String symbol, int days, int price) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < days; i++) {
            double close = price + i * 0.01;
            rows.append(symbol)
                    .append(',')
                    .append(LocalDate.of(2015, 1, 1).plusDays(i))
                    .append(",1,99,1,")
                    .append(close)
                    .append(",100\n");
        }
        return rows.toString();
    }

    private static String row(String date) {
        return date + ",1,2,1,2,100\n";
    }

    private DryReading.Read read(String name, String file, String... options) {
        return new DryReading(folder).file(name, file.getBytes(StandardCharsets.UTF_8), options);
    }

    private static void refused(DryReading.Read read, String words) {
        assertTrue(read.code() == -1 && read.error().contains(words), words + " in " + read);
    }

    private static String date(DryReading.Read read) {
        return read.bars().isEmpty()
                ? read.toString()
                : read.bars().get(0).get("Date").asText();
    }

    private static String interval(DryReading.Read read) {
        return read.bars().isEmpty()
                ? read.toString()
                : read.bars().get(0).get("Interval").asText();
    }

    private static List<String> symbols(DryReading.Read read) {
        List<String> symbols = new ArrayList<>();
        read.bars().forEach(bar -> symbols.add(bar.get("Label").asText()));
        return symbols;
    }
}
