package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tickwing.charts.draw.Theme;
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

    @Test
    void saysWhichBarIsForming() {
        assertEquals(
                "forming",
                Readout.entries(Samples.stock("AAPL", 30, 29), 29, Theme.LIGHT)
                        .get(0)
                        .value());
    }

    @Test
    void writesNumbersForPeople() {
        assertEquals("1,234,567", Readout.number(1_234_567));
        assertEquals("483.03", Readout.number(483.030_01));
        assertEquals("0.001235", Readout.number(0.001_234_56));
        assertEquals("-12.50", Readout.number(-12.5));
    }
}
