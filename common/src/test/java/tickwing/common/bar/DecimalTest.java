package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3.0",
        "0.1, 0.1",
        "553.82, 553.82",
        "12345678.5, 12345678.5",
        "1e23, 100000000000000000000000",
        "2e-3, 0.002",
        "-0.0, -0.0",
        "2.2e-7, 0.00000022"
    })
    void writesPlainDecimals(double value, String text) {
        assertEquals(text, Decimal.text(value));
    }

    @Test
    void readsBackAsTheSameNumberAndIsNeverScientific() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = Decimal.text(value);
                assertEquals(value, Double.parseDouble(text));
                assertFalse(text.contains("E"), text);
            }
            double price = random.nextInt(1_000_000) / 100.0;
            assertTrue(Decimal.text(price).length() <= 7, "longer than the shortest: " + Decimal.text(price));
        }
    }
}
