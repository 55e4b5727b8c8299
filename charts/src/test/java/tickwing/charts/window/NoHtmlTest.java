package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JToolTip;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.FakeGallery;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Samples;
import tickwing.common.kafka.ReaderStatus;

/** Names that are HTML, which would have Swing fetch a picture on the event dispatch thread; needs a display. */
@Timeout(60)
class NoHtmlTest {
    @TempDir
    private Path folder;

    private final FakeFeed feed = new FakeFeed();
    private final FakeGallery gallery = new FakeGallery();
    private final AtomicInteger calls = new AtomicInteger();
    private ServerSocket server;
    private String html;
    private ChartWindow window;

    @BeforeEach
    void open() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display, so that no window can be tested");
        server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Thread answers = new Thread(this::hangUp, "picture server");
        answers.setDaemon(true);
        answers.start();
        html = "<html><img src=http://127.0.0.1:" + server.getLocalPort() + "/x>";
        assertTrue(html.length() <= 64, "as long as a symbol may be");
        feed.status = new ReaderStatus(1_000, 2, html, 7, true, Duration.ZERO);
        WindowConfig config = new WindowConfig(
                "test", html, html, Duration.ofSeconds(30), new Rectangle(40, 40, 900, 600), Theme.LIGHT);
        window = ChartWindow.open(config, feed, gallery, new Places(folder, "test"));
    }

    private void hangUp() {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    @AfterEach
    void close() throws IOException {
        if (window != null) {
            window.close();
            server.close();
        }
    }

    @Test
    void isFetchedForNoName() {
        List<ChartView> charts = new ArrayList<>(List.of(Samples.stock(html, 60)));
        charts.addAll(Samples.stocks(7, 60));
        show(charts, html);
        assertEquals(0, calls.get(), "the picture was asked for");
        assertEquals(
                8,
                Drive.onEventThread(() ->
                        ((JList<?>) Drive.find(frame(), "symbols")).getModel().getSize()));
        assertPlain(frame());
        perform("THEME");
        show(charts.subList(0, 1), html);
        assertPlain(frame());
        assertFalse(
                BasicHTML.isHTMLString(Drive.onEventThread(() -> frame().getTitle())), "decorations may be Swing's");
        assertEquals(0, calls.get(), "the picture was asked for");
    }

    @Test
    void isFetchedForNoTipOfAnyComponent() {
        show(List.of(Samples.stock(html, 60)), html);
        Drive.onEventThread(() -> {
            all(frame()).forEach(component -> {
                JToolTip tip = component.createToolTip();
                tip.setTipText(html);
                assertPlain(tip);
            });
            return null;
        });
        assertEquals(0, calls.get(), "the picture was asked for");
    }

    @Test
    void isFetchedForNoDialogOrMenuThatSwingMakes() {
        Drive.onEventThread(() -> {
            JFileChooser chooser = Saving.chooser(html);
            chooser.setDialogTitle(html);
            chooser.setApproveButtonText(html);
            assertPlain(chooser);
            assertPlain(new JOptionPane(html));
            Stream.of(new JLabel(html), new JButton(html), new JMenuItem(html), new JMenu(html))
                    .forEach(NoHtmlTest::assertPlain);
            return null;
        });
        assertEquals(0, calls.get(), "the picture was asked for");
    }

    @Test
    void isNoPartOfTheNameOfASavedFile() {
        show(List.of(Samples.stock(html + "\033/".repeat(300), 60)), "");
        String name = Drive.onEventThread(() -> window.fileName());
        assertTrue(name.matches("[\\w.-]{1,120}"), name);
    }

    private static void assertPlain(Component component) {
        Drive.onEventThread(() -> {
            all(component).forEach(c -> {
                // What has no look of its own shows no text.
                if (!c.getUIClassID().equals("ComponentUI")) {
                    assertEquals(true, c.getClientProperty("html.disable"), c.toString());
                }
                assertNull(c.getClientProperty("html"), c.toString());
            });
            return null;
        });
    }

    private static Stream<JComponent> all(Component component) {
        Stream<JComponent> self = component instanceof JComponent c ? Stream.of(c) : Stream.empty();
        return component instanceof Container container
                ? Stream.concat(self, Stream.of(container.getComponents()).flatMap(NoHtmlTest::all))
                : self;
    }

    private void show(List<ChartView> charts, String note) {
        gallery.show(charts, note);
        window.refresh();
        Drive.onEventThread(() -> null);
        Drive.onEventThread(() -> {
            frame().validate();
            ((JComponent) frame().getContentPane()).paintImmediately(0, 0, 4_000, 4_000);
            return null;
        });
    }

    private void perform(String button) {
        Drive.onEventThread(() -> {
            ((JButton) Drive.find(frame(), button)).doClick(0);
            return null;
        });
    }

    private static JFrame frame() {
        List<Frame> frames = Drive.frames();
        return (JFrame) frames.get(frames.size() - 1);
    }
}
