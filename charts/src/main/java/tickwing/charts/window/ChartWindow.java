package tickwing.charts.window;

import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import tickwing.charts.view.Snapshot;

/**
 * A consumer's window: the charts, and one line of status. {@link #show} and {@link #close} may be called from any
 * thread; all else stays on the event dispatch thread. Between them goes one immutable snapshot, the newest.
 */
public final class ChartWindow implements AutoCloseable {
    private record Showing(Snapshot snapshot, String status) {}

    private static final Rectangle DEFAULT_BOUNDS = new Rectangle(80, 80, 960, 640);

    private final AtomicReference<Showing> newest = new AtomicReference<>();
    private JFrame frame;
    private ChartGrid grid;
    private JLabel status;

    private ChartWindow() {}

    /**
     * Opens a window.
     *
     * @param program its title, until there is more to say
     * @param waiting what the status line says until there is something to show
     * @param bounds where to open it; null for a place of the window's choice
     * @param closed called on the event dispatch thread when its user closes it
     */
    public static ChartWindow open(String program, String waiting, Rectangle bounds, Runnable closed) {
        ChartWindow window = new ChartWindow();
        onEventThread(() -> window.build(program, waiting, bounds, closed));
        return window;
    }

    /** Shows the newest snapshot soon; an older one that was not painted yet is dropped. */
    public void show(Snapshot snapshot, String statusText) {
        if (newest.getAndSet(new Showing(snapshot, statusText)) == null) {
            SwingUtilities.invokeLater(this::update);
        }
    }

    @Override
    public void close() {
        onEventThread(() -> frame.dispose());
    }

    private void build(String program, String waiting, Rectangle bounds, Runnable closed) {
        frame = new JFrame(program);
        grid = new ChartGrid();
        status = new JLabel(waiting);
        status.setBorder(BorderFactory.createEmptyBorder(4, 12, 6, 12));
        frame.add(grid, BorderLayout.CENTER);
        frame.add(status, BorderLayout.SOUTH);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                frame.setVisible(false);
                closed.run();
            }
        });
        frame.setBounds(bounds == null ? DEFAULT_BOUNDS : bounds);
        frame.setVisible(true);
    }

    private void update() {
        Showing showing = newest.getAndSet(null);
        if (showing != null) {
            grid.show(showing.snapshot().charts());
            status.setText(showing.status());
            status.setToolTipText(showing.status());
        }
    }

    private static void onEventThread(Runnable task) {
        try {
            if (SwingUtilities.isEventDispatchThread()) {
                task.run();
            } else {
                SwingUtilities.invokeAndWait(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the window cannot be shown", e.getCause());
        }
    }
}
