package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** What the catalogue says of bars whose volume is unknown, seen through the board. */
class UnknownVolumesTest {
    private static final double NONE = Double.NaN;
    private static final LocalDate MONDAY = LocalDate.of(2014, 1, 6);

    /** Bars of one price each, day after day. */
    private static Snapshot snapshot(Interval interval, String studies, double[] prices, double... volumes) {
        StockBoard board = new StockBoard(Set.of(), 1);
        for (int i = 0; i < prices.length; i++) {
            double p = prices[i];
            BarTime day = BarTime.of(MONDAY.plusDays(i));
            board.accept(Bar.finished("A", Interval.ONE_DAY, day, p, p, p, p, Double.NaN, volumes[i]), i);
        }
        board.publish(ReaderStatus.NONE);
        return Arrivals.whole(
                board, StockView.all("A", interval, Catalogue.standard().studies(studies)));
    }

    private static double[] column(String name, Snapshot snapshot) {
        return snapshot.panes().stream()
                .flatMap(pane -> pane.series().stream())
                .filter(series -> series.name().equals(name))
                .map(Series::values)
                .findFirst()
                .orElseThrow();
    }

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void theFirstKnownVolumeIsTheFirstOfTheBalanceAndUnknownOnesAddNothing() {
        Snapshot its = snapshot(Interval.ONE_DAY, "obv", of(10, 11, 12, 11, 13), NONE, 0.5, NONE, 0.25, 2);
        assertArrayEquals(of(NONE, 0.5, 0.5, 0.25, 2.25), column("obv", its));
    }

    @Test
    void thePriceVolumeTrendIsUnknownUntilAVolumeIsKnown() {
        Snapshot its = snapshot(Interval.ONE_DAY, "pvt", of(10, 15, 30, 15), NONE, NONE, 0.5, NONE);
        assertArrayEquals(of(NONE, NONE, 0.5, 0.5), column("pvt", its));
    }

    @Test
    void theMeanPriceLeavesOutBarsOfUnknownVolume() {
        Snapshot its = snapshot(Interval.ONE_DAY, "vwap", of(10, 20, 1_000, 40), NONE, 0.5, NONE, 1.5);
        assertArrayEquals(of(NONE, 20, 20, 35), column("vwap", its));
    }

    @Test
    void noMoneyFlowsAtBarsOfUnknownVolume() {
        Snapshot its = snapshot(Interval.ONE_DAY, "mfi:2", of(10, 20, 10, 20, 30, 40), NONE, 1.5, 1, NONE, NONE, 2);
        // Of the last two bars 30 in and 10 out; 10 out; nothing known; 80 in.
        assertArrayEquals(of(NONE, NONE, 75, 0, NONE, 100), column("mfi_2", its));
    }

    @Test
    void theMeanVolumeIsOfThoseThatAreKnown() {
        Snapshot its = snapshot(Interval.ONE_DAY, "volume:2", of(1, 1, 1, 1, 1), 0.5, NONE, NONE, 0.25, 0.75);
        assertArrayEquals(of(0.5, NONE, NONE, 0.25, 0.75), column("volume_2_volume", its));
        assertArrayEquals(of(NONE, 0.5, NONE, 0.25, 0.5), column("volume_2_mean", its));
    }

    @Test
    void weeksAreKnownAsFarAsTheirDaysAre() {
        double[] prices = DoubleStream.generate(() -> 1).limit(9).toArray();
        double[] volumes = new double[9];
        Arrays.fill(volumes, NONE);
        volumes[3] = 0.25;
        volumes[4] = 3;
        Snapshot its = snapshot(Interval.ONE_WEEK, "volume:1,obv", prices, volumes);
        assertArrayEquals(
                of(3.25, NONE), its.panes().get(0).candles().orElseThrow().volume());
        assertArrayEquals(of(3.25, NONE), column("volume_1_volume", its));
        assertArrayEquals(of(3.25, 3.25), column("obv", its));
    }

    @Test
    void nothingIsMadeUpWhereNoVolumeIsKnown() {
        String studies = "obv,pvt,vwap,mfi:2,volume:2";
        Snapshot its = snapshot(Interval.ONE_DAY, studies, of(1, 2, 3, 2), NONE, NONE, NONE, NONE);
        for (String name : new String[] {"obv", "pvt", "vwap", "mfi_2", "volume_2_volume", "volume_2_mean"}) {
            assertEquals(
                    0,
                    Arrays.stream(column(name, its))
                            .filter(v -> !Double.isNaN(v))
                            .count(),
                    name);
        }
    }
}
