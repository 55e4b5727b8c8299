package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Delta;
import tickwing.board.view.Pane;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.Gallery;
import tickwing.charts.stock.Galleries;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** One who subscribes to the board that a window shows, and has no window; needs a display for the other. */
@Timeout(60)
class SameValuesTest {
    private final Gallery<Bar, StockView> gallery =
            Galleries.daily(Catalogue.standard().studies("bollinger:5:2,rsi:4,macd:3:6:2"));

    @TempDir
    private Path folder;

    private Snapshot seen;

    @Test
    void areWhatAWindowShowsAndWhatASubscriberWithoutOneGets() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display, so that no window can be tested");
        WindowConfig config = new WindowConfig(
                "same", "stocks", "b:1", Duration.ofSeconds(1), new Rectangle(0, 0, 600, 400), Theme.LIGHT);
        Subscription plain = gallery.board().subscribe(gallery.view("A"));
        try (ChartWindow window = ChartWindow.open(config, new FakeFeed(), gallery, new Places(folder, "same"))) {
            for (int day = 0; day < 60; day++) {
                quote(day, 100 + 10 * Math.sin(day / 5.0), 0);
                if (day % 7 == 0) {
                    // A bar that is long past is published anew: all that follows is another one.
                    quote(day / 2, 77, day);
                }
                gallery.board().publish(ReaderStatus.NONE);
                window.refresh();
                ChartView shown = Drive.onEventThread(this::shown);
                plain.next()
                        .ifPresent(update -> seen =
                                update instanceof Delta delta ? seen.with(delta) : ((Update.Whole) update).snapshot());
                assertSame(seen, shown);
            }
        }
    }

    private void quote(int day, double close, long publishedAt) {
        BarTime time = BarTime.of(LocalDate.of(2014, 1, 1).plusDays(day));
        Bar bar = Bar.finished("A", Interval.ONE_DAY, time, close, close + 1, close - 1, close, Double.NaN, 10 + day);
        gallery.board().accept(bar, publishedAt);
    }

    private ChartView shown() {
        JFrame frame = (JFrame) Drive.frames().get(0);
        return ((ChartPanel) Drive.find(frame, "chart-A")).chart();
    }

    private static void assertSame(Snapshot snapshot, ChartView shown) {
        assertEquals(snapshot.size(), shown.axis().size());
        assertEquals(snapshot.axis().key(0), LocalDate.of(2014, 1, 1).toEpochDay());
        assertEquals(
                Optional.ofNullable(shown.candles()).map(candles -> candles.prices()),
                snapshot.panes().get(0).candles());
        assertSame(
                snapshot.panes().get(0), shown.lines().subList(1, shown.lines().size()));
        for (int pane = 1; pane < snapshot.panes().size(); pane++) {
            assertSame(snapshot.panes().get(pane), shown.below().get(pane - 1).lines());
        }
    }

    /** A legend has {@code macd:3:6:2 signal} where a column is called {@code macd_3_6_2_signal}. */
    private static void assertSame(Pane pane, List<Line> lines) {
        assertEquals(pane.series().size(), lines.size());
        for (Series series : pane.series()) {
            Line line = lines.stream()
                    .filter(one -> one.name().replaceAll("[: ]", "_").equals(series.name()))
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(series.values(), line.y(), series.name());
        }
    }
}
