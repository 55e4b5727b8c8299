package tickwing.producer.stock.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.bar.Interval;
import tickwing.common.error.UserError;
import tickwing.replay.Outcome;
import tickwing.replay.RowFormat;
import tickwing.replay.Settling;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.Dialect;
import tickwing.replay.csv.Sniffer;

class BarRowsTest {
    @Test
    void readsTheOldLayoutOfYfinance() throws IOException {
        assertEquals(
                List.of("AAPL={\"Date\":\"2013-01-02\",\"Open\":553.82,\"High\":555.0,\"Low\":541.63,\"Close\":549.03,"
                        + "\"Adj Close\":78.5,\"Volume\":20018500,\"Label\":\"AAPL\",\"Interval\":\"1d\"}"),
                publish(
                        "data/aapl.csv.gz",
                        "Date,Open,High,Low,Close,Adj Close,Volume\n2013-01-02,553.82,555,541.63,549.03,78.5,20018500\n"));
    }

    @Test
    void readsTheThreeHeaderLinesOfNewVersionsOfYfinance() throws IOException {
        String file = "Price,Close,High,Low,Open,Volume\nTicker,MSFT,MSFT,MSFT,MSFT,MSFT\nDate,,,,,\n"
                + "2024-01-02,370.87,375.9,366.77,373.86,25258600\n";
        assertEquals(
                List.of("MSFT={\"Date\":\"2024-01-02\",\"Open\":373.86,\"High\":375.9,\"Low\":366.77,\"Close\":370.87,"
                        + "\"Adj Close\":null,\"Volume\":25258600,\"Label\":\"MSFT\",\"Interval\":\"1d\"}"),
                publish("download.csv", file));
        UserError two = assertThrows(
                UserError.class, () -> publish("download.csv", file.replaceFirst("MSFT,MSFT\n", "MSFT,GOOG\n")));
        assertTrue(two.getMessage().contains("there is no column Open of GOOG"), two.getMessage());
    }

    @Test
    void readsSeveralSymbolsFromAColumn() throws IOException {
        List<String> records =
                publish("all.csv", "Symbol,Date,Open,High,Low,Close\nA,2024-01-02,1,2,1,2\nB,2024-01-02,3,4,3,4\n");
        assertTrue(records.get(0).startsWith("A={"), records.get(0));
        assertTrue(records.get(1).startsWith("B={") && records.get(1).contains("\"Volume\":null"), records.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-01-02 | 2013-01-02",
                "2013-01-02 00:00:00-05:00 | 2013-01-02",
                "01/13/2013 | 2013-01-13",
                "13/01/2013 | 2013-01-13",
                "02.01.2013 | 2013-01-02",
                "19-Sep-03 | 2003-09-19",
                "2-Jan-13 | 2013-01-02",
                "\"Jan 2, 2013\" | 2013-01-02",
            })
    void readsDatesAsFilesWriteThem(String written, String date) throws IOException {
        String record = publish("X.csv", "Date,Open,High,Low,Close\n" + written + ",1,2,1,2\n")
                .get(0);
        assertTrue(record.contains("\"Date\":\"" + date + "\""), record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-08 09:30:00-05:00 | 2024-03-08T09:30:00-05:00",
                "2024-03-08 09:30:00 | 2024-03-08T09:30:00-05:00",
                "2024-03-11 09:30:00 | 2024-03-11T09:30:00-04:00",
                "2024-03-11T13:30:00Z | 2024-03-11T13:30:00+00:00",
            })
    void readsTimesWithTheirOffsetOrInAZoneThatSavesDaylight(String written, String start) throws IOException {
        BarRows rows =
                new BarRows(Optional.of(Interval.ONE_MINUTE), ZoneId.of("America/New_York"), d -> true, Set.of());
        String record = publish(rows, "X.csv", "Datetime,Open,High,Low,Close\n" + written + ",1,2,1,2\n", 0)
                .get(0);
        assertTrue(record.contains("\"Date\":\"" + start + "\""), record);
    }

    @Test
    void asksForTheIntervalOfBarsShorterThanADay() {
        UserError e = assertThrows(
                UserError.class, () -> publish("X.csv", "Datetime,Open,High,Low,Close\n2024-03-08 09:30:00,1,2,1,2\n"));
        assertTrue(e.getMessage().contains("--interval 1m"), e.getMessage());
    }

    @Test
    void readsThousandsSeparators() throws IOException {
        String record = publish(
                        "X.csv",
                        "Date,Open,High,Low,Close,Volume\n2024-01-02,\"1,234.5\",\"$1,300\",1200,1250,\"1,000\"\n")
                .get(0);
        assertTrue(record.contains("\"Open\":1234.5,\"High\":1300.0"), record);
        assertTrue(record.contains("\"Volume\":1000"), record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | null",
                "' ' | null",
                "- | null",
                "NA | null",
                "N/A | null",
                "null | null",
                "\\N | null",
                "many | null",
                "NaN | null",
                "Infinity | null",
                "1e999 | null",
                "1.25M | 1250000",
                "850.3K | 850300",
                "0.1B | 100000000",
                "0 | 0",
                "100 | 100",
                "100.0 | 100",
                "'\"1,000.5\"' | 1000.5",
                "0.00012300 | 0.000123",
            })
    void keepsTheDecimalsOfAVolumeAndTellsAnUnknownOneFromNone(String cell, String volume) throws IOException {
        String record = publish("X.csv", "Date,Open,High,Low,Close,Volume\n2024-01-02,1,2,1,2," + cell + "\n")
                .get(0);
        assertTrue(record.contains("\"Volume\":" + volume + ","), record);
    }

    @Test
    void keepsAnUnknownVolumeOfABarThatIsMovedOn() throws IOException {
        String file = "Date,Open,High,Low,Close,Volume\n2024-01-02,1,2,1,2,\n2024-01-03,1,2,1,2,0.5\n";
        List<String> records = publish(daily(), "X.csv", file, 7);
        assertTrue(records.get(0).contains("\"Volume\":null,"), records.get(0));
        assertTrue(records.get(1).contains("\"Volume\":0.5,"), records.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02,1.0,2,1,\"12,3\",5 | close \"12,3\" is not a decimal number; expected e.g. 12.30",
                "2024-01-02,1,2,1,,5 | close is empty; expected a number",
                "2024-01-02,1,2,1,NaN,5 | close \"NaN\" is not a decimal number; expected e.g. 12.30",
                "2024-01-02,1,1,2,2,5 | high 1 is below low 2",
                "2024-01-02,1,2,1,2,-5 | volume \"-5\" is negative",
                "2024-01-02,1,2,1,2,-0.5 | volume \"-0.5\" is negative",
                "2024-01-02,1,2,1,2,1e16 | volume \"1e16\" is too large; expected at most 9007199254740992",
                "2024-02-30,1,2,1,2,5 | date \"2024-02-30\" is not a date; expected e.g. 2013-01-02",
                "MISSING,1,2,1,2,5 | date \"\" is not a date; expected e.g. 2013-01-02",
            })
    void saysWhatIsWrongWithARow(String row, String sentence) throws IOException {
        List<Outcome> outcomes =
                outcomes(daily(), "X.csv", "Date,Open,High,Low,Close,Volume\n" + row.replace("MISSING", "") + "\n", 0);
        assertEquals(
                sentence,
                assertInstanceOf(Outcome.Rejected.class, outcomes.get(0)).detail());
    }

    @Test
    void rejectsASymbolThatIsLongerThanAnyAndGoesOn() throws IOException {
        String header = "Symbol,Date,Open,High,Low,Close\n";
        String row = ",2024-01-02,1,2,1,2\n";
        List<Outcome> outcomes = outcomes(daily(), "all.csv", header + "X".repeat(65) + row + "Y".repeat(64) + row, 0);
        assertEquals(
                "symbol \"" + "X".repeat(64) + "...\" has 65 characters; at most 64 are a symbol",
                assertInstanceOf(Outcome.Rejected.class, outcomes.get(0)).detail());
        assertInstanceOf(Outcome.Publish.class, outcomes.get(1));
    }

    @Test
    void movesBarsOnByDays() throws IOException {
        String record = publish(daily(), "X.csv", "Date,Open,High,Low,Close\n2024-02-27,1,2,1,2\n", 7)
                .get(0);
        assertTrue(record.contains("\"Date\":\"2024-03-05\""), record);
    }

    @Test
    void filtersSymbols() throws IOException {
        BarRows rows = new BarRows(Optional.empty(), ZoneId.of("UTC"), d -> true, Set.of("B"));
        assertEquals(
                1,
                publish(
                                rows,
                                "a.csv",
                                "Symbol,Date,Open,High,Low,Close\nA,2024-01-02,1,2,1,2\nB,2024-01-02,3,4,3,4\n",
                                0)
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/aapl.csv.gz | Date,Open,High,Low,Close | 2013-01-02,1,2,1,2 | AAPL",
                "all.csv | Symbol,Date,Open,High,Low,Close | A,2013-01-02,1,2,1,2 | A",
                "download.csv | Price,Close,High,Low,OpenLFTicker,MSFT,MSFT,MSFT,MSFTLFDate,,,, | 2024-01-02,2,2,1,1 | MSFT",
            })
    void readsARowAgainByWhatItsEncoderTells(String file, String header, String row, String symbol) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream((header.replace("LF", "\n") + "\n" + row).getBytes(UTF_8)));
        RowFormat.RowEncoder encoder = daily().open(file, rows, 0);
        String name = encoder.name().isEmpty() ? "flights.csv~1a2b3c4d" : encoder.name();
        List<String> again = publish(name, rows.headerLines() + "\n" + row + "\n");
        assertEquals(publish(file, header.replace("LF", "\n") + "\n" + row + "\n"), again);
        assertTrue(again.get(0).startsWith(symbol + "="), again.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTC, ''",
        "1d, America/New_York, ''",
        "1w, UTC, --interval 1w",
        "1h, UTC, --interval 1h",
        "1h, America/New_York, --interval 1h --zone America/New_York",
    })
    void tellsTheOptionsThatRowsAreReadBy(String interval, String zone, String options) throws IOException {
        BarRows rows = new BarRows(Interval.of(interval), ZoneId.of(zone), d -> true, Set.of());
        CsvRows header = new CsvRows(new ByteArrayInputStream("Date,Open,High,Low,Close\n".getBytes(UTF_8)));
        assertEquals(options, rows.open("AAPL.csv", header, 0).options());
    }

    private static BarRows daily() {
        return new BarRows(Optional.empty(), ZoneId.of("UTC"), d -> true, Set.of());
    }

    private static List<String> publish(String name, String text) throws IOException {
        return publish(daily(), name, text, 0);
    }

    private static List<String> publish(BarRows rows, String name, String text, int shiftDays) throws IOException {
        List<String> records = new ArrayList<>();
        for (Outcome outcome : outcomes(rows, name, text, shiftDays)) {
            if (outcome instanceof Outcome.Publish publish) {
                records.add(new String(publish.key(), UTF_8) + "="
                        + new String(publish.value().copy(), UTF_8));
            }
        }
        return records;
    }

    /** A look at all rows, then what becomes of each. */
    private static List<Outcome> outcomes(BarRows format, String name, String text, int shiftDays) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        Dialect dialect = new Sniffer(bytes, format::knows).dialect(null);
        CsvRows first = new CsvRows(new ByteArrayInputStream(bytes), dialect);
        Settling settling = format.settling(name, first);
        for (CsvRow row = first.next(); row != null; row = first.next()) {
            settling.row(assertInstanceOf(CsvRow.Good.class, row));
        }
        CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), dialect);
        RowFormat.RowEncoder encoder = format.with(settling.settle().reading()).open(name, rows, shiftDays);
        List<Outcome> outcomes = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            outcomes.add(encoder.encode(assertInstanceOf(CsvRow.Good.class, row)));
        }
        return outcomes;
    }
}
