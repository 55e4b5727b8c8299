package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.bar.BarFlaw.Fault;
import tickwing.common.bar.BarFlaw.Field;

class BarFlawTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 2, ,",
        "1, 1, 1, 1, ,",
        "-37, 5, -40, -37.63, ,",
        "3, 2, 1, 0.5, ,",
        "NaN, 2, 1, 2, OPEN, NOT_FINITE",
        "1, Infinity, 1, 2, HIGH, NOT_FINITE",
        "1, 2, -Infinity, 2, LOW, NOT_FINITE",
        "1, 2, 1, NaN, CLOSE, NOT_FINITE",
        "1, 1, 2, 2, HIGH, BELOW_LOW",
    })
    void pricesAreFiniteAndNoHighIsBelowTheLow(
            double open, double high, double low, double close, Field field, Fault fault) {
        assertEquals(flaw(field, fault), BarFlaw.inPrices(open, high, low, close));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 2, ,",
        "1, 1, 1, 1, ,",
        "1, 2, 0, 2, LOW, NOT_POSITIVE",
        "1, 2, -1, 2, LOW, NOT_POSITIVE",
        "3, 2, 1, 2, OPEN, OUT_OF_RANGE",
        "1, 3, 2, 3, OPEN, OUT_OF_RANGE",
        "2, 2, 1, 2.5, CLOSE, OUT_OF_RANGE",
        "2, 2, 1, 0.5, CLOSE, OUT_OF_RANGE",
        "2, NaN, 1, 2, HIGH, NOT_FINITE",
    })
    void whatIsTradedHasAPriceBetweenLowAndHigh(
            double open, double high, double low, double close, Field field, Fault fault) {
        assertEquals(flaw(field, fault), BarFlaw.inTrades(open, high, low, close));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, ",
        "0, ",
        "-0.0, ",
        "0.000123, ",
        "9007199254740992, ",
        "9007199254740994, TOO_LARGE",
        "Infinity, TOO_LARGE",
        "-0.000123, NEGATIVE",
        "-Infinity, NOT_FINITE",
    })
    void aVolumeIsNotNegativeAndNotTooLargeOrUnknown(double volume, Fault fault) {
        assertEquals(flaw(Field.VOLUME, fault), BarFlaw.inRecordedVolume(volume));
    }

    @Test
    void aSymbolHasOneCharacterAtLeastAnd64AtMost() {
        for (String none : new String[] {null, "", " \t"}) {
            assertEquals(flaw(Field.SYMBOL, Fault.MISSING), BarFlaw.inSymbol(none));
        }
        assertEquals(null, BarFlaw.inSymbol("X".repeat(64)));
        assertEquals(flaw(Field.SYMBOL, Fault.TOO_LONG), BarFlaw.inSymbol("X".repeat(65)));
    }

    @Test
    void noBarIsMadeOfWrongValuesAndASumMayBeLargerThanARecordsVolume() {
        assertEquals(1e17, bar("X", 2, 1e17).volume());
        assertThrows(IllegalArgumentException.class, () -> bar(" ", 2, 1));
        assertThrows(IllegalArgumentException.class, () -> bar("X", 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> bar("X", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> bar("X", 2, -1));
        assertThrows(IllegalArgumentException.class, () -> bar("X", 2, Double.POSITIVE_INFINITY));
    }

    private static Bar bar(String symbol, double high, double volume) {
        BarTime day = BarTime.of(LocalDate.EPOCH);
        return Bar.finished(symbol, Interval.ONE_DAY, day, 1, high, 1, 1, Double.NaN, volume);
    }

    /** None without a fault. */
    private static BarFlaw flaw(Field field, Fault fault) {
        return fault == null ? null : new BarFlaw(field, fault);
    }
}
