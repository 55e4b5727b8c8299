package tickwing.charts.window;

import java.awt.BorderLayout;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.text.Printable;

/** Tells every second how reading goes, and when the chart was and will be refreshed. */
final class StatusLine extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int TICK_MS = 1_000;

    private final JLabel reading = new JLabel();
    private final JLabel refreshing = new JLabel();
    private final transient Timer timer = new Timer(TICK_MS, e -> tick());
    private final transient WindowConfig config;
    private final transient Supplier<ReaderStatus> status;
    private transient LocalTime refreshedAt;
    private long nextRefresh;
    private long countedRecords;
    private long countedAt;
    private double perSecond = -1;
    private String note = "";
    private String trouble = "";
    private boolean paused;

    StatusLine(WindowConfig config, Supplier<ReaderStatus> status) {
        super(new BorderLayout(12, 0));
        this.config = config;
        this.status = status;
        reading.setName("status");
        refreshing.setName("refreshing");
        add(reading, BorderLayout.CENTER);
        add(refreshing, BorderLayout.EAST);
        setBorder(BorderFactory.createEmptyBorder(4, 12, 6, 12));
        countedAt = System.nanoTime();
        nextRefresh = countedAt + config.refresh().toNanos();
        tick();
    }

    void start() {
        timer.start();
    }

    void stop() {
        timer.stop();
    }

    /** A snapshot has come. */
    void refreshed(String newNote) {
        refreshedAt = LocalTime.now();
        nextRefresh = System.nanoTime() + config.refresh().toNanos();
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

    /** Something to say for a moment, until the next second's words. */
    void say(String text) {
        reading.setText(Printable.of(text));
        timer.setInitialDelay(4 * TICK_MS);
        timer.restart();
    }

    private void tick() {
        timer.setInitialDelay(TICK_MS);
        long now = System.nanoTime();
        long records = status.get().records();
        if (now - countedAt > TICK_MS * 900_000L) {
            // A topic that was made anew has fewer than before.
            double rate = Math.max(0, records - countedRecords) * 1e9 / (now - countedAt);
            perSecond = perSecond < 0 ? rate : (perSecond + rate) / 2;
            perSecond = perSecond < 0.05 ? 0 : perSecond;
            countedAt = now;
            countedRecords = records;
        }
        tell();
    }

    private void tell() {
        ReaderStatus now = status.get();
        String words = StatusText.reading(config.topic(), config.broker(), now, perSecond, LocalTime.now());
        String all = note.isEmpty() ? words : words + " · " + note;
        reading.setText(shortened(all, now));
        String told = trouble.isEmpty() ? all : trouble + " · " + all;
        String more = Printable.of(now.rejected() == 0 ? told : told + " · last rejected: " + now.lastRejection());
        if (!more.equals(reading.getToolTipText())) {
            reading.setToolTipText(more);
        }
        refreshing.setText(
                paused
                        ? "paused"
                        : StatusText.refreshing(refreshedAt, Duration.ofNanos(nextRefresh - System.nanoTime())));
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
