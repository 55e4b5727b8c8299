package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A consumer's window on a real broker's data, driven by mouse and keyboard; needs a display. */
@Timeout(180)
class WindowIT {
    private static final Rectangle BOUNDS = new Rectangle(0, 0, 900, 650);
    /** Where the plot is, whatever the labels around it take. */
    private static final Rectangle PLOT = new Rectangle(120, 80, 740, 480);
    /** A blue of 0072B2, 40 parts of 255, on white. */
    private static final Color BAND = new Color(0xD7, 0xE9, 0xF3);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    private Robot robot;
    private Process window;

    @BeforeEach
    void needADisplay() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display, so that no window can be tested");
        robot = new Robot();
        robot.setAutoDelay(30);
        robot.mouseMove(1, 1);
    }

    @AfterEach
    void end() {
        if (window != null) {
            window.destroyForcibly();
        }
    }

    @Test
    void showsRealDataZoomsAndEndsWith0WithinTwoSecondsOffsetsCommitted() throws Exception {
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            publish(broker, "AAPL");
            open(broker);
            await(() -> band() > 20_000, "the band of Bollinger is drawn");

            BufferedImage before = plot();
            robot.mouseMove(450, 300);
            await(() -> differs(before, plot()), "the values under the mouse are shown");
            long wide = band();
            robot.mouseWheel(-4);
            await(() -> band() != wide && band() > 1_000, "it zooms");
            click(450, 300);
            click(450, 300);
            await(() -> band() == wide, "a double click shows all again");

            long asked = System.nanoTime();
            robot.keyPress(KeyEvent.VK_Q);
            robot.keyRelease(KeyEvent.VK_Q);
            assertTrue(window.waitFor(20, TimeUnit.SECONDS), "the process ends when its window is closed\n" + log());
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            assertEquals(0, window.exitValue(), log());
            assertTrue(took < 4_000, "took " + took + " ms");
            assertEquals(0, lag(broker), "records and markers behind the committed offsets, over all partitions");
        }
    }

    @Test
    void keepsItsChartWithoutABrokerAndGoesOnWhenItIsBack() throws Exception {
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            publish(broker, "AAPL");
            open(broker);
            await(() -> band() > 20_000, "the band of Bollinger is drawn");
            broker.process().destroyForcibly().waitFor();
            BufferedImage words = status();
            await(() -> differs(words, status()), "it says that no broker answers");
            assertTrue(band() > 20_000, "the chart is still there");
            broker.crashAndRestart();
            BufferedImage one = plot();
            publish(broker, "IBM");
            await(() -> differs(one, plot()) && band() > 5_000, "it shows the second symbol");
            assertTrue(window.isAlive(), log());
        }
    }

    private void publish(Suite.Broker broker, String symbol) {
        Suite.run(
                        "producer-stock",
                        Suite.data("stocks/" + symbol + ".csv"),
                        "--from",
                        "2003-01-01",
                        "--bootstrap-server",
                        broker.address())
                .expect(0);
    }

    private void open(Suite.Broker broker) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Suite.command(
                "consumer-bollinger",
                "--bootstrap-server",
                broker.address(),
                "--refresh",
                "2s",
                "--group",
                "window-test",
                "--window-bounds",
                "0,0,900,650"));
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        window = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("window.log").toFile())
                .start();
    }

    private static long lag(Suite.Broker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("window-test")
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (int partition = 0; partition < 3; partition++) {
                all.put(new TopicPartition("stocks", partition), OffsetSpec.latest());
            }
            long lag = 0;
            for (var end :
                    admin.listOffsets(all).all().get(20, TimeUnit.SECONDS).entrySet()) {
                OffsetAndMetadata its = committed.get(end.getKey());
                lag += end.getValue().offset() - (its == null ? 0 : its.offset());
            }
            return lag;
        }
    }

    private void click(int x, int y) {
        robot.mouseMove(x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private BufferedImage plot() {
        return robot.createScreenCapture(PLOT);
    }

    private BufferedImage status() {
        return robot.createScreenCapture(new Rectangle(0, BOUNDS.height - 25, BOUNDS.width / 2, 20));
    }

    /** How many pixels have the band's colour. */
    private long band() {
        BufferedImage image = plot();
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += near(new Color(image.getRGB(x, y))) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(Color colour) {
        return Math.abs(colour.getRed() - BAND.getRed()) < 3
                && Math.abs(colour.getGreen() - BAND.getGreen()) < 3
                && Math.abs(colour.getBlue() - BAND.getBlue()) < 3;
    }

    private static boolean differs(BufferedImage a, BufferedImage b) {
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void await(BooleanSupplier condition, String what) throws Exception {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until || !window.isAlive()) {
                throw new AssertionError("did not come about: " + what + "\n" + log());
            }
            window.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("window.log"));
    }
}
