package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.FakeGallery;
import tickwing.charts.view.Samples;

/**
 * A window with 6 symbols of 1,000 bars that is refreshed again and again: {@code -Dcharts.refreshes=10000} for the whole
 * exercise, which takes some minutes; the build does a shorter one.
 */
@Timeout(900)
class ManyRefreshesTest {
    private static final int REFRESHES = Integer.getInteger("charts.refreshes", 300);
    private static final int WARM_UP = 50;
    private static final long MOST_HEAP = 64L << 20;

    @TempDir
    private Path folder;

    private final FakeGallery gallery = new FakeGallery();
    private final Queue<String> offences = new ConcurrentLinkedQueue<>();

    @Test
    void staysSmallKeepsItsThreadsAndPaintsOnTheEventThreadOnly() throws InterruptedException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display, so that no window can be tested");
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> offences.add(thread.getName() + ": " + e));
        Thread watchdog = new Thread(this::watch, "watchdog");
        watchdog.setDaemon(true);
        WindowConfig config = new WindowConfig(
                "soak", "stocks", "b:1", Duration.ofSeconds(1), new Rectangle(0, 0, 900, 600), Theme.LIGHT);
        try (ChartWindow window = ChartWindow.open(config, new FakeFeed(), gallery, new Places(folder, "soak"))) {
            RepaintManager.setCurrentManager(new Watchful());
            watchdog.start();
            refresh(window, WARM_UP);
            int threads = Thread.activeCount();
            refresh(window, REFRESHES);
            assertTrue(Thread.activeCount() <= threads, "threads: " + threads + ", now " + Thread.activeCount());
            assertTrue(usedHeap() < MOST_HEAP, "heap in use: " + (usedHeap() >> 20) + " MB");
        } finally {
            watchdog.interrupt();
            watchdog.join();
            RepaintManager.setCurrentManager(null);
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), List.copyOf(offences));
    }

    /** Each refresh has new bars in every chart, and is painted before the next. */
    private void refresh(ChartWindow window, int times) {
        for (int i = 0; i < times; i++) {
            gallery.show(Samples.stocks(6, 1_000 + i % 50), "");
            window.refresh();
            Drive.onEventThread(() -> {
                Drive.frames().forEach(frame -> {
                    JComponent root = ((javax.swing.JFrame) frame).getRootPane();
                    RepaintManager.currentManager(root).paintDirtyRegions();
                });
                return null;
            });
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks again and again at what every thread does. */
    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            for (Map.Entry<Thread, StackTraceElement[]> thread :
                    Thread.getAllStackTraces().entrySet()) {
                String name = thread.getKey().getName();
                // TimerQueue is the thread by which Swing's timers reach the event thread.
                if (!name.startsWith("AWT-EventQueue") && !name.equals("TimerQueue")) {
                    offence(thread.getValue())
                            .forEach(frame -> offences.add(thread.getKey().getName() + " is in " + frame));
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
        }
    }

    /**
     * Frames of XChart or Swing, other than those by which Swing lets other threads wait for its own, and those by which the
     * toolkit's thread has it make the event that tells the event thread to paint.
     */
    private static List<String> offence(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        if (Arrays.stream(stack).anyMatch(f -> f.getClassName().equals("javax.swing.SwingPaintEventDispatcher"))) {
            return frames;
        }
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            boolean allowed = name.equals("javax.swing.SwingUtilities")
                    || name.equals("javax.swing.RepaintManager$ProcessingRunnable");
            if (name.startsWith("org.knowm.xchart") || name.startsWith("javax.swing.") && !allowed) {
                frames.add(frame.toString());
            }
        }
        return frames;
    }

    /** Swing's own repaint manager, that minds who calls it. */
    private final class Watchful extends RepaintManager {
        @Override
        public synchronized void addInvalidComponent(JComponent component) {
            check();
            super.addInvalidComponent(component);
        }

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
            check();
            super.addDirtyRegion(component, x, y, width, height);
        }

        private void check() {
            if (!javax.swing.SwingUtilities.isEventDispatchThread()) {
                offences.add(Thread.currentThread().getName() + " changed a component");
            }
        }
    }
}
