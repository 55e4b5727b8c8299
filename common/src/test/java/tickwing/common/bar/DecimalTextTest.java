package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3.0",
        "0.1, 0.1",
        "553.82, 553.82",
        "12345678.5, 12345678.5",
        "1e23, 100000000000000000000000",
        "2e-3, 0.002",
        "-0.0, -0.0",
        "2.2e-7, 0.00000022",
        "0.0, 0.0",
        "-0.5, -0.5",
        "-12.0305, -12.0305",
        "0.00005, 0.000050",
        "0.0009, 0.00090",
        "0.001, 0.001",
        "100, 100.0",
        "9999999.9999, 9999999.9999",
        "1e7, 10000000",
        "10000000.0001, 10000000.0001"
    })
    void writesPlainDecimals(double value, String text) {
        assertEquals(text, DecimalText.text(value));
        assertEquals(text, appended(value));
    }

    @Test
    void appendsWhatItWritesWhateverTheDecimals() {
        Random random = new Random(2013);
        double[] units = {1, 10, 100, 1_000, 10_000, 100_000, 3, 1 << 10};
        for (int i = 0; i < 200_000; i++) {
            double value = (random.nextLong() >> random.nextInt(64)) / units[random.nextInt(units.length)];
            assertEquals(DecimalText.text(value), appended(value));
            assertEquals(DecimalText.text(Math.nextUp(value)), appended(Math.nextUp(value)));
        }
    }

    private static String appended(double value) {
        StringBuilder text = new StringBuilder("=");
        DecimalText.append(value, text);
        return text.substring(1);
    }

    @Test
    void readsBackAsTheSameNumberAndIsNeverScientific() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = DecimalText.text(value);
                assertEquals(value, Double.parseDouble(text));
                assertFalse(text.contains("E"), text);
            }
            double price = random.nextInt(1_000_000) / 100.0;
            assertTrue(DecimalText.text(price).length() <= 7, "longer than the shortest: " + DecimalText.text(price));
        }
    }
}
