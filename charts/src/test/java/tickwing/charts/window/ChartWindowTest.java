package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tickwing.charts.draw.Theme;
import tickwing.charts.draw.VisibleRange;
import tickwing.charts.show.FakeGallery;
import tickwing.charts.show.Page;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Samples;
import tickwing.common.kafka.ReaderStatus;

/** Drives a real window with the mouse; needs a display. */
@Timeout(60)
class ChartWindowTest {
    private static final Rectangle BOUNDS = new Rectangle(40, 40, 800, 600);

    @TempDir
    private Path folder;

    private final FakeFeed feed = new FakeFeed();
    private final FakeGallery gallery = new FakeGallery();
    private ChartWindow window;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display, so that no window can be tested");
        robot = new Robot();
        robot.setAutoDelay(20);
        window = open(Theme.LIGHT, BOUNDS);
    }

    private ChartWindow open(Theme theme, Rectangle bounds) {
        WindowConfig config =
                new WindowConfig("consumer-test", "stocks", "localhost:9092", Duration.ofSeconds(30), bounds, theme);
        return ChartWindow.open(config, feed, gallery, new Places(folder, config.program()));
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void saysWhatItWaitsForThenShowsWhatCame() {
        assertEquals("waiting for records on topic stocks at localhost:9092", text("status"));
        feed.status = new ReaderStatus(1_000, 2, "stocks-0@5: not JSON", 7, true, Duration.ZERO);
        show(Samples.stocks(1, 200));
        assertTrue(text("status").startsWith("stocks at localhost:9092 · 1,000 records"), text("status"));
        assertTrue(text("status").endsWith("lag 7 · 2 rejected"), text("status"));
        assertTrue(
                text("refreshing").matches("refreshed \\d\\d:\\d\\d:\\d\\d · next at \\d\\d:\\d\\d:\\d\\d"),
                text("refreshing"));
        assertTrue(onEventThread(() -> label("status").getToolTipText()).contains("stocks-0@5: not JSON"));
    }

    @Test
    void keepsTheFiguresWhereThereIsNoRoomForMore() {
        feed.status = new ReaderStatus(1_234_567, 12, "stocks-0@5: not JSON", 1_000, true, Duration.ZERO);
        onEventThread(() -> {
            frame().setSize(600, 400);
            frame().validate();
            return null;
        });
        show(Samples.stocks(1, 200));
        await(() ->
                text("status").startsWith("1,234,567 records") && text("status").endsWith("lag 1,000 · 12 rejected"));
        assertTrue(
                onEventThread(() -> label("status").getPreferredSize().width
                        <= label("status").getWidth()),
                "nothing is cut off");
        assertTrue(onEventThread(() -> label("status").getToolTipText()).startsWith("stocks at localhost:9092"));
    }

    @Test
    void saysFirstWhatCannotBeWrittenUntilItIs() {
        feed.status = new ReaderStatus(1_000, 0, "", 7, true, Duration.ZERO);
        show(Samples.stocks(1, 200));
        window.showTrouble("chart.png cannot be written: No space left on device; trying again at the next refresh");
        await(() -> text("status").startsWith("chart.png cannot be written: No space left on device; trying again"));
        assertTrue(onEventThread(() -> label("status").getToolTipText()).startsWith("chart.png cannot be written"));
        window.showTrouble("");
        await(() -> text("status").startsWith("stocks at localhost:9092 · 1,000 records"));
    }

    @Test
    void saysThatTheBrokerIsGoneAndGoesOnWhenItIsBack() {
        show(Samples.stocks(1, 200));
        becomes(new ReaderStatus(10, 0, "", 0, true, Duration.ofSeconds(9)));
        await(() -> text("status").startsWith("no answer from localhost:9092 since "));
        becomes(new ReaderStatus(10, 0, "", 0, true, Duration.ZERO));
        await(() -> text("status").startsWith("stocks at localhost:9092 · 10 records"));
    }

    @Test
    void hasNoTimerAndPaintsNothingWhileNothingChanges() {
        show(Samples.stocks(1, 200));
        await(this::isAsleep);
        Paintings paintings = new Paintings();
        onEventThread(() -> {
            RepaintManager.setCurrentManager(paintings);
            return null;
        });
        try {
            window.statusChanged();
            await(this::isAsleep);
            assertEquals(Set.of(), paintings.of("status", "refreshing", "chart-S000"));
            becomes(new ReaderStatus(0, 0, "", 0, true, Duration.ofSeconds(9)));
            await(() -> text("status").startsWith("no answer from localhost:9092 since "));
            assertEquals(Set.of("status"), paintings.of("status", "refreshing", "chart-S000"));
            // An update without news changes the time of the update alone.
            window.refresh();
            assertEquals(Set.of(), paintings.of("chart-S000"));
        } finally {
            onEventThread(() -> {
                RepaintManager.setCurrentManager(null);
                return null;
            });
        }
    }

    private boolean isAsleep() {
        return onEventThread(() -> ((StatusLine) label("status").getParent()).isAsleep());
    }

    private void becomes(ReaderStatus status) {
        feed.status = status;
        window.statusChanged();
    }

    /** The names of what is to be painted again. */
    private static final class Paintings extends RepaintManager {
        private final Set<String> names = new HashSet<>();

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int w, int h) {
            names.add(String.valueOf(component.getName()));
            super.addDirtyRegion(component, x, y, w, h);
        }

        Set<String> of(String... wanted) {
            return onEventThread(
                    () -> Arrays.stream(wanted).filter(names::contains).collect(Collectors.toSet()));
        }
    }

    @Test
    void showsTheValuesUnderTheMouse() {
        show(Samples.stocks(1, 200));
        BufferedImage before = picture();
        move(panel("S000"), 0.5, 0.5);
        await(() -> panel("S000").hovered() >= 0);
        int hovered = onEventThread(() -> panel("S000").hovered());
        assertTrue(hovered > 60 && hovered < 140, "position " + hovered);
        assertNotEquals(0, differences(before, picture()), "the values are to be seen");
        robot.mouseMove(2, 2);
        await(() -> panel("S000").hovered() < 0);
    }

    @Test
    void zoomsByWheelAndDragAndShowsAllAgainByDoubleClick() {
        show(Samples.stocks(1, 200));
        move(panel("S000"), 0.5, 0.5);
        robot.mouseWheel(-3);
        await(() -> span().size() < 150);
        doubleClick();
        await(() -> span().size() == 200);
        drag(0.3, 0.6);
        await(() -> span().size() < 90);
        VisibleRange zoomed = onEventThread(this::span);
        assertTrue(zoomed.first() > 20 && zoomed.last() < 140, zoomed.toString());
        show(Samples.stocks(1, 210));
        assertEquals(zoomed, onEventThread(this::span), "new bars do not move what is looked at");
    }

    @Test
    void showsNothingNewWhilePausedAndTheNewestAfterwards() {
        show(Samples.stocks(1, 100));
        click("PAUSE");
        await(() -> text("refreshing").equals("paused"));
        gallery.show(Samples.stocks(1, 150), "");
        window.refresh();
        gallery.show(Samples.stocks(1, 160), "");
        window.refresh();
        onEventThread(() -> null);
        assertEquals(100, onEventThread(() -> panel("S000").chart().axis().size()));
        click("PAUSE");
        await(() -> panel("S000").chart().axis().size() == 160);
    }

    @Test
    void asksForARefresh() {
        click("REFRESH");
        await(() -> feed.refreshes.get() == 1);
    }

    @Test
    void changesItsColours() {
        show(Samples.stocks(1, 100));
        await(() -> pixel(panel("S000"), 2, 2) == Theme.LIGHT.background().getRGB());
        click("THEME");
        await(() -> pixel(panel("S000"), 2, 2) == Theme.DARK.background().getRGB());
    }

    @Test
    void showsAndHidesItsHelp() {
        click("HELP");
        await(() -> find("help").isVisible());
        robot.mouseMove(BOUNDS.x + 300, BOUNDS.y + 300);
        press();
        await(() -> !find("help").isVisible());
    }

    @Test
    void savesPngSvgAndCsvWithoutHoldingUpTheWindow() throws IOException {
        Page page = Samples.page(Samples.stocks(2, 100));
        AtomicInteger told = new AtomicInteger();
        for (String ending : List.of("png", "svg", "csv")) {
            String file = folder.resolve("chart." + ending).toString();
            onEventThread(() -> {
                Saving.write(file, page, Theme.LIGHT, words -> told.addAndGet(words.equals("saved " + file) ? 1 : 99));
                return null;
            });
        }
        await(() -> told.get() == 3);
        assertEquals(1200, ImageIO.read(folder.resolve("chart.png").toFile()).getWidth());
        assertTrue(Files.readString(folder.resolve("chart.svg")).contains("<svg"));
        assertEquals("symbol,time,close\n", Files.readString(folder.resolve("chart.csv")));
    }

    @Test
    void copiesWhatItsChartsLookLike() throws Exception {
        show(Samples.stocks(2, 100));
        int width = onEventThread(() -> find("charts").getWidth());
        click("COPY");
        await(() -> text("status").equals("copied the image"));
        Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
        BufferedImage copy = (BufferedImage) clipboard.getData(DataFlavor.imageFlavor);
        assertEquals(width, copy.getWidth());
        assertEquals(Theme.LIGHT.background().getRGB(), copy.getRGB(2, 2));
    }

    @Test
    void letsOneSearchAmongManySymbolsAndDrawsOnlyThoseChosen() {
        show(Samples.stocks(200, 100));
        JList<?> list = (JList<?>) find("symbols");
        assertEquals(200, onEventThread(() -> list.getModel().getSize()));
        assertEquals(6, onEventThread(() -> ((ChartGrid) find("charts")).getComponentCount()));
        onEventThread(() -> {
            ((JTextField) find("search")).setText("s19");
            return null;
        });
        assertEquals(10, onEventThread(() -> list.getModel().getSize()));
        onEventThread(() -> {
            list.setSelectedIndex(7);
            return null;
        });
        assertEquals(1, onEventThread(() -> ((ChartGrid) find("charts")).getComponentCount()));
        assertEquals("S197", onEventThread(() -> panel("S197").chart().name()));
        assertTrue(onEventThread(() -> frame().getTitle()).startsWith("S197 – consumer-test"));
    }

    @Test
    void hidesTheListWhereThereIsNothingToChoose() {
        show(Samples.stocks(6, 100));
        assertFalse(onEventThread(() -> find("search").isShowing()));
    }

    @Test
    void asksToStopWhenItsUserClosesItAndRemembersItsPlace() {
        window.close();
        window = open(Theme.LIGHT, null);
        Rectangle moved = new Rectangle(111, 77, 700, 500);
        // The display's answer to the opening is still under way; it would put the window back to where it opened.
        robot.waitForIdle();
        onEventThread(() -> {
            frame().setBounds(moved);
            return null;
        });
        robot.waitForIdle();
        onEventThread(() -> {
            assertEquals(moved, frame().getBounds());
            frame().dispatchEvent(new WindowEvent(frame(), WindowEvent.WINDOW_CLOSING));
            return null;
        });
        assertEquals(1, feed.stops.get());
        window.close();
        window = open(Theme.LIGHT, null);
        await(() -> frame().getBounds().equals(moved));
    }

    @Test
    void opensBesideAnotherWindowOfTheSameUser() {
        ChartWindow other = open(Theme.DARK, null);
        try {
            Rectangle first = onEventThread(() -> Drive.frames().get(0).getBounds());
            Rectangle second = onEventThread(() -> Drive.frames().get(1).getBounds());
            assertNotEquals(first.getLocation(), second.getLocation());
        } finally {
            other.close();
        }
    }

    private void show(List<ChartView> charts) {
        gallery.show(charts, "");
        window.refresh();
        // Shown by a task on the event dispatch thread, painted by another: both were queued before this one.
        onEventThread(() -> null);
        onEventThread(() -> {
            ((JComponent) frame().getContentPane()).paintImmediately(0, 0, 4_000, 4_000);
            return null;
        });
        robot.waitForIdle();
    }

    private JFrame frame() {
        List<Frame> frames = Drive.frames();
        return (JFrame) frames.get(frames.size() - 1);
    }

    private JComponent find(String name) {
        return Drive.find(frame(), name);
    }

    private JLabel label(String name) {
        return (JLabel) find(name);
    }

    private String text(String name) {
        return onEventThread(() -> label(name).getText());
    }

    private ChartPanel panel(String name) {
        return (ChartPanel) find("chart-" + name);
    }

    private VisibleRange span() {
        return panel("S000").span();
    }

    private void click(String button) {
        JButton found = (JButton) find(button);
        Point at = onEventThread(found::getLocationOnScreen);
        robot.mouseMove(at.x + found.getWidth() / 2, at.y + found.getHeight() / 2);
        press();
    }

    private void move(JComponent component, double across, double down) {
        Point at = onEventThread(component::getLocationOnScreen);
        robot.mouseMove(at.x + (int) (component.getWidth() * across), at.y + (int) (component.getHeight() * down));
    }

    private void drag(double from, double to) {
        move(panel("S000"), from, 0.5);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= 5; step++) {
            move(panel("S000"), from + (to - from) * step / 5, 0.5);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void press() {
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void doubleClick() {
        press();
        press();
    }

    private BufferedImage picture() {
        robot.waitForIdle();
        return robot.createScreenCapture(BOUNDS);
    }

    private int pixel(JComponent component, int x, int y) {
        Point at = onEventThread(component::getLocationOnScreen);
        return robot.getPixelColor(at.x + x, at.y + y).getRGB();
    }

    private static int differences(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static <T> T onEventThread(Supplier<T> task) {
        return Drive.onEventThread(task);
    }

    private static void await(BooleanSupplier condition) {
        Drive.await(condition);
    }
}
