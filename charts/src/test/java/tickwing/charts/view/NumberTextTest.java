package tickwing.charts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "1234567, '1,234,567'",
        "483.03001, 483.03",
        "12345.678, '12,345.68'",
        "0.00123456, 0.001235",
        "0.000000123, 0.0000001230",
        "-12.5, -12.50",
        "0, 0",
        "NaN, –"
    })
    void writesValuesForPeople(double value, String written) {
        assertEquals(written, NumberText.value(value));
    }

    @ParameterizedTest
    @CsvSource({"98765.4321, 1000, '98,765.43'", "0.5, 1, 0.50", "0.00001234, 0.000002, 0.00001234", "0, 0.5, 0.000"})
    void writesAHundredthOfAShortAxis(double value, double length, String written) {
        assertEquals(written, NumberText.onAxis(value, length));
    }

    @ParameterizedTest
    @CsvSource({"20, '#,##0'", "0.5, '#,##0.0'", "0.002, '#,##0.000'", "1e-12, '#,##0.00000000'"})
    void tellsOneMarkOfAnAxisFromTheNext(double step, String pattern) {
        assertEquals(pattern, NumberText.marks(step));
    }
}
