package tickwing.charts.window;

import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.text.Printable;

/**
 * Tells how reading goes, every second while that changes, and when the chart was and will be refreshed. While nothing
 * changes it has no timer: a window that waits should wait.
 */
final class StatusLine extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int TICK_MS = 1_000;

    private final JLabel reading = new JLabel();
    private final JLabel refreshing = new JLabel();
    private final transient Timer timer = new Timer(TICK_MS, e -> tick());
    private final transient WindowConfig config;
    private final transient Supplier<ReaderStatus> status;
    private final AtomicBoolean isAsleep = new AtomicBoolean();
    /** What the words are about; null before the first. */
    private transient ReaderStatus told;

    private transient LocalTime refreshedAt;
    private transient LocalTime nextRefresh;
    private long countedRecords;
    private long countedAt;
    private double perSecond = -1;
    private String note = "";
    private String trouble = "";
    private boolean paused;
    private boolean isSaying;

    StatusLine(WindowConfig config, Supplier<ReaderStatus> status) {
        super(new BorderLayout(12, 0));
        this.config = config;
        this.status = status;
        reading.setName("status");
        refreshing.setName("refreshing");
        reading.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                tell();
            }
        });
        add(reading, BorderLayout.CENTER);
        add(refreshing, BorderLayout.EAST);
        setBorder(BorderFactory.createEmptyBorder(4, 12, 6, 12));
        countedAt = System.nanoTime();
        nextRefresh = LocalTime.now().plus(config.refresh());
        tell();
    }

    void start() {
        timer.start();
    }

    void stop() {
        timer.stop();
        isAsleep.set(false);
    }

    /** How reading goes may have changed; from any thread. */
    void wake() {
        if (isAsleep.compareAndSet(true, false)) {
            SwingUtilities.invokeLater(this::tickAgain);
        }
    }

    /** Whether nothing is told until something changes. */
    boolean isAsleep() {
        return isAsleep.get();
    }

    /** A snapshot has come. */
    void refreshed(String newNote) {
        refreshedAt = LocalTime.now();
        nextRefresh = refreshedAt.plus(config.refresh());
        note = newNote;
        tell();
    }

    /** What goes wrong with the files; empty when nothing does. */
    void setTrouble(String newTrouble) {
        if (!trouble.equals(newTrouble)) {
            trouble = newTrouble;
            tell();
        }
    }

    void setPaused(boolean on) {
        paused = on;
        tell();
    }

    /** Something to say for a moment. */
    void say(String text) {
        isAsleep.set(false);
        isSaying = true;
        reading.setText(Printable.of(text));
        timer.setInitialDelay(4 * TICK_MS);
        timer.restart();
    }

    private void tickAgain() {
        // The time in which nothing came belongs to no rate.
        countedAt = System.nanoTime();
        tell();
        timer.restart();
    }

    private void tick() {
        timer.setInitialDelay(TICK_MS);
        ReaderStatus now = status.get();
        double before = perSecond;
        count(now.records());
        boolean isNew = isSaying || perSecond != before || !now.equals(told);
        if (isNew) {
            isSaying = false;
            tell();
        } else {
            sleep();
        }
    }

    private void count(long records) {
        long now = System.nanoTime();
        if (now - countedAt > TICK_MS * 900_000L) {
            // A topic that was made anew has fewer than before.
            double rate = Math.max(0, records - countedRecords) * 1e9 / (now - countedAt);
            perSecond = perSecond < 0 ? rate : (perSecond + rate) / 2;
            perSecond = perSecond < 0.05 ? 0 : perSecond;
            countedAt = now;
            countedRecords = records;
        }
    }

    private void sleep() {
        timer.stop();
        isAsleep.set(true);
        if (!status.get().equals(told)) {
            // It changed before anybody could know that this sleeps.
            wake();
        }
    }

    private void tell() {
        ReaderStatus now = status.get();
        told = now;
        String words = StatusText.reading(config.topic(), config.broker(), now, perSecond, LocalTime.now());
        String all = note.isEmpty() ? words : words + " · " + note;
        reading.setText(shortened(all, now));
        String wholly = trouble.isEmpty() ? all : trouble + " · " + all;
        String more = Printable.of(now.rejected() == 0 ? wholly : wholly + " · last rejected: " + now.lastRejection());
        if (!more.equals(reading.getToolTipText())) {
            reading.setToolTipText(more);
        }
        refreshing.setText(paused ? "paused" : StatusText.refreshing(refreshedAt, nextRefresh));
    }

    /** As much as there is room for; what is wrong comes first, and is cut off rather than left out. */
    private String shortened(String all, ReaderStatus now) {
        if (!trouble.isEmpty()) {
            return trouble + " · " + all;
        }
        if (fits(all) || now.brokerIsGone() || now.news().isGone()) {
            return all;
        }
        String figures = StatusText.figures(now, perSecond);
        String noted = figures + " · " + note;
        return !note.isEmpty() && fits(noted) ? noted : figures;
    }

    private boolean fits(String words) {
        return reading.getWidth() == 0
                || reading.getFontMetrics(reading.getFont()).stringWidth(words) <= reading.getWidth();
    }
}
