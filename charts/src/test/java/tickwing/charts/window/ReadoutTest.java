package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Samples;

class ReadoutTest {
    @Test
    void namesDatePricesBandsAndVolume() {
        assertEquals(
                "Tue 2013-01-01, open, high, low, close, middle, upper, lower, volume",
                String.join(
                        ", ",
                        Readout.entries(Samples.stock("AAPL", 30), 0, Theme.LIGHT).stream()
                                .map(Readout.Entry::name)
                                .toList()));
    }

    @Test
    void hasTheValuesOfAllPanes() {
        assertEquals(
                "volume, wave 0, bars 1, dots 1",
                String.join(
                        ", ",
                        Readout.entries(Samples.withPanes("AAPL", 30, 2), 0, Theme.LIGHT).stream()
                                .map(Readout.Entry::name)
                                .skip(8)
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({"1234567, '1,234,567'", "0.000123456, 0.0001235", "12345.678, '12,345.68'", "0, 0", "NaN, –"})
    void writesAVolumeWithFewDecimalsAndADashForAnUnknownOne(double volume, String written) {
        ChartView view = Samples.stock("AAPL", 1);
        view.candles().volume()[0] = volume;
        List<Readout.Entry> entries = Readout.entries(view, 0, Theme.LIGHT);
        assertEquals("volume", entries.get(8).name());
        assertEquals(written, entries.get(8).value());
    }

    @Test
    void saysWhichBarIsForming() {
        assertEquals(
                "forming",
                Readout.entries(Samples.stock("AAPL", 30, 29), 29, Theme.LIGHT)
                        .get(0)
                        .value());
    }
}
