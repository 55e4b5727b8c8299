package tickwing.charts.window;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.plaf.basic.BasicHTML;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Snapshot;
import tickwing.common.text.Printable;

/**
 * A consumer's window: the charts, and one line of status. {@link #show}, {@link #showTrouble} and {@link #close} may be
 * called from any thread; all else stays on the event dispatch thread. Between them goes one immutable snapshot, the newest.
 */
public final class ChartWindow implements AutoCloseable {
    private static final String APPLICATION = "Tickwing";
    /** Characters of a file's name; file systems take 255 bytes. */
    private static final int MOST_OF_A_NAME = 120;

    private final AtomicReference<Snapshot> newest = new AtomicReference<>();
    private final WindowConfig config;
    private final Feed feed;
    private final Places places;
    private JFrame frame;
    private ChartGrid grid;
    private SymbolList symbols;
    private StatusLine status;
    private HelpOverlay help;
    private Toolbar toolbar;
    private Theme theme;
    private Snapshot shown = new Snapshot(List.of(), out -> {}, "");
    private boolean paused;

    private ChartWindow(WindowConfig config, Feed feed, Places places) {
        this.config = config;
        this.feed = feed;
        this.places = places;
        theme = config.theme();
    }

    /** Opens a window; when its user closes it, the feed is asked to stop. */
    public static ChartWindow open(WindowConfig config, Feed feed) {
        Places places = new Places(
                Places.folder(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name")),
                config.program());
        return open(config, feed, places);
    }

    static ChartWindow open(WindowConfig config, Feed feed, Places places) {
        ChartWindow window = new ChartWindow(config, feed, places);
        onEventThread(window::build);
        return window;
    }

    /** Shows the newest snapshot soon; an older one that was not shown yet is dropped. */
    public void show(Snapshot snapshot) {
        if (newest.getAndSet(snapshot) == null) {
            SwingUtilities.invokeLater(this::update);
        }
    }

    /** Says what goes wrong with the files, until told otherwise; empty when nothing does. */
    public void showTrouble(String trouble) {
        SwingUtilities.invokeLater(() -> status.setTrouble(trouble));
    }

    @Override
    public void close() {
        onEventThread(() -> {
            status.stop();
            frame.dispose();
        });
        places.close();
    }

    private void build() {
        setLookAndFeel(theme);
        frame = new JFrame(config.program());
        frame.setName(config.program());
        frame.setIconImages(Icons.all());
        grid = new ChartGrid(theme);
        symbols = new SymbolList(this::showCharts);
        status = new StatusLine(config, feed::status);
        help = new HelpOverlay(theme);
        toolbar = new Toolbar(this::perform);
        JPanel content = new JPanel(new BorderLayout());
        content.add(toolbar, BorderLayout.NORTH);
        content.add(grid, BorderLayout.CENTER);
        content.add(symbols, BorderLayout.WEST);
        content.add(status, BorderLayout.SOUTH);
        frame.setContentPane(content);
        frame.setGlassPane(help);
        Keys.bind(content, this::perform);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                perform(Command.CLOSE);
            }
        });
        // The place is taken even when it is given: others open beside it.
        Rectangle found = places.find();
        frame.setBounds(config.bounds() == null ? found : config.bounds());
        frame.setVisible(true);
        content.requestFocusInWindow();
        status.start();
    }

    private void perform(Command command) {
        switch (command) {
            case PAUSE -> pause(!paused);
            case REFRESH -> {
                pause(false);
                feed.refreshSoon();
            }
            case SAVE -> Saving.ask(frame, fileName(), visible(), theme, status::say);
            case COPY -> status.say(Saving.copy(grid));
            case ZOOM_IN -> grid.onChosen(panel -> panel.scaleBy(0.75));
            case ZOOM_OUT -> grid.onChosen(panel -> panel.scaleBy(1 / 0.75));
            case EARLIER -> grid.onChosen(panel -> panel.panBy(-0.15));
            case LATER -> grid.onChosen(panel -> panel.panBy(0.15));
            case RESET -> {
                help.setVisible(false);
                grid.onChosen(ChartPanel::resetZoom);
            }
            case FIND -> symbols.focusSearch();
            case THEME -> setTheme(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
            case HELP -> help.setVisible(!help.isVisible());
            case CLOSE -> leave();
            default -> throw new IllegalStateException(command.name());
        }
    }

    private void leave() {
        if (config.bounds() == null) {
            places.remember(frame.getBounds());
        }
        frame.setVisible(false);
        feed.stop();
    }

    private void pause(boolean on) {
        paused = on;
        status.setPaused(on);
        toolbar.setPaused(on);
        if (!on) {
            update();
        }
    }

    private void update() {
        Snapshot snapshot = paused ? null : newest.getAndSet(null);
        if (snapshot != null) {
            shown = snapshot;
            symbols.setNames(snapshot.charts().names());
            status.refreshed(snapshot.note());
            showCharts();
        }
    }

    private void showCharts() {
        List<ChartView> charts = visible().charts();
        grid.show(charts);
        List<String> names = charts.stream()
                .map(ChartView::name)
                .filter(name -> !name.isEmpty())
                .toList();
        String title = names.isEmpty() ? "" : String.join(", ", names) + " – ";
        frame.setTitle(plain(title + config.program() + " – " + APPLICATION));
    }

    /** A title that is no HTML where the look and feel draws it: that label is made without {@link PlainText}. */
    private static String plain(String title) {
        String printable = Printable.of(title);
        return BasicHTML.isHTMLString(printable) ? " " + printable : printable;
    }

    /** The snapshot with those charts only that are to be seen. */
    private Snapshot visible() {
        return new Snapshot(shown.charts().only(symbols.chosen()), shown.table(), shown.note());
    }

    String fileName() {
        List<ChartView> charts = visible().charts();
        String name = charts.size() == 1 ? charts.get(0).name() : "";
        String whole = name.isEmpty() ? config.program() : config.program() + "-" + name;
        return whole.substring(0, Math.min(whole.length(), MOST_OF_A_NAME)).replaceAll("[^\\w.-]", "_");
    }

    private void setTheme(Theme newTheme) {
        theme = newTheme;
        setLookAndFeel(theme);
        FlatLaf.updateUI();
        grid.setTheme(theme);
        help.setTheme(theme);
    }

    private static void setLookAndFeel(Theme theme) {
        if (theme == Theme.DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        PlainText.install();
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
