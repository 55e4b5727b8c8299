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
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.plaf.basic.BasicHTML;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.Charts;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Gallery;
import tickwing.charts.show.Page;
import tickwing.charts.view.ChartView;
import tickwing.common.text.Printable;

/**
 * A consumer's window: the charts, and one line of status. {@link #refresh}, {@link #statusChanged}, {@link #showTrouble} and
 * {@link #close} may be called from any thread; all else stays on the event dispatch thread, which subscribes to what is drawn, and to nothing else.
 */
public final class ChartWindow implements AutoCloseable {
    private static final String APPLICATION = "Tickwing";
    /** Characters of a file's name; file systems take 255 bytes. */
    private static final int MOST_OF_A_NAME = 120;

    private final AtomicBoolean isToldAlready = new AtomicBoolean();
    private final WindowConfig config;
    private final Feed feed;
    private final Gallery<?, ?> gallery;
    private final Charts<?> charts;
    private final Places places;
    private JFrame frame;
    private ChartGrid grid;
    private SymbolList symbols;
    private StatusLine status;
    private HelpOverlay help;
    private Toolbar toolbar;
    private Theme theme;
    private Contents shown = new Contents(List.of(), out -> {}, "");
    private boolean paused;
    private boolean hasNews;

    private ChartWindow(WindowConfig config, Feed feed, Gallery<?, ?> gallery, Places places) {
        this.config = config;
        this.feed = feed;
        this.gallery = gallery;
        charts = new Charts<>(gallery);
        this.places = places;
        theme = config.theme();
    }

    /** Opens a window; when its user closes it, the feed is asked to stop. */
    public static ChartWindow open(WindowConfig config, Feed feed, Gallery<?, ?> gallery) {
        Places places = new Places(
                Places.folder(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name")),
                config.program());
        return open(config, feed, gallery, places);
    }

    static ChartWindow open(WindowConfig config, Feed feed, Gallery<?, ?> gallery, Places places) {
        ChartWindow window = new ChartWindow(config, feed, gallery, places);
        onEventThread(window::build);
        return window;
    }

    /** Shows the newest edition soon, once however many there are until then. */
    public void refresh() {
        if (!isToldAlready.getAndSet(true)) {
            SwingUtilities.invokeLater(() -> {
                isToldAlready.set(false);
                hasNews = true;
                update();
            });
        }
    }

    /** How reading goes has changed: tells it soon, once a second however often it changes. Costs next to nothing. */
    public void statusChanged() {
        status.wake();
    }

    /** Says what goes wrong with the files, until told otherwise; empty when nothing does. */
    public void showTrouble(String trouble) {
        SwingUtilities.invokeLater(() -> status.setTrouble(trouble));
    }

    @Override
    public void close() {
        onEventThread(() -> {
            status.stop();
            charts.close();
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
            case SAVE -> Saving.ask(frame, fileName(), page(), theme, status::say);
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
        if (hasNews && !paused) {
            hasNews = false;
            shown = gallery.contents();
            symbols.setNames(shown.names());
            status.refreshed(shown.note());
            show(charts.newest(symbols.chosen()));
        }
    }

    /** Others are chosen: those that were seen already stay as they were. */
    private void showCharts() {
        show(charts.held(symbols.chosen()));
    }

    private void show(List<ChartView> views) {
        grid.show(views);
        List<String> names = views.stream()
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

    /** What is to be seen now, and all numbers. */
    private Page page() {
        return new Page(charts.held(symbols.chosen()), symbols.chosen().size(), shown.table());
    }

    String fileName() {
        List<String> chosen = symbols.chosen();
        String name = chosen.size() == 1 ? chosen.get(0) : "";
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
