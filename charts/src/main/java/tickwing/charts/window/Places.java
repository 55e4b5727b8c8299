package tickwing.charts.window;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.file.WholeFile;

/**
 * Where windows open: each program's where it was closed the last time, others side by side. Windows of one user know of
 * each other by locks on files, which the system takes back when a process ends, however it ends. Where nothing can be
 * written, nothing is remembered.
 */
final class Places implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final int SIDE_BY_SIDE = 3;
    private static final int ROWS = 4;

    private final Path folder;
    private final String program;
    private FileChannel slotFile;
    private FileChannel openFile;

    Places(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /** The user's folder for what programs remember between runs. */
    static Path folder(Map<String, String> environment, String home, String system) {
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", home), "tickwing");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.isEmpty() ? Path.of(home, ".local", "state", "tickwing") : Path.of(state, "tickwing");
    }

    /** Where the window should open now. */
    Rectangle find() {
        Rectangle screen = screen();
        int slot = takeSlot();
        boolean alone = !sameProgramIsOpen();
        return remembered()
                .filter(place -> alone)
                .map(place -> within(screen, place))
                .orElseGet(() -> place(slot, screen));
    }

    /** Remembers where the window was. */
    void remember(Rectangle place) {
        try {
            String text = place.x + "," + place.y + "," + place.width + "," + place.height + "\n";
            WholeFile.write(file(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            log.debug("The window's place is not remembered: {}", e.toString());
        }
    }

    @Override
    public void close() {
        try {
            if (slotFile != null) {
                slotFile.close();
            }
            if (openFile != null) {
                openFile.close();
            }
        } catch (IOException e) {
            log.debug("A lock could not be given back: {}", e.toString());
        }
    }

    private boolean sameProgramIsOpen() {
        openFile = lock(folder.resolve(program + ".open"));
        return openFile == null;
    }

    Optional<Rectangle> remembered() {
        try {
            String[] parts = Files.readString(file()).trim().split(",");
            return Optional.of(new Rectangle(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Path file() {
        return folder.resolve(program + ".window");
    }

    /** The first place that no other window has. */
    private int takeSlot() {
        for (int slot = 0; slot < SIDE_BY_SIDE * ROWS; slot++) {
            slotFile = lock(folder.resolve("place-" + slot));
            if (slotFile != null) {
                return slot;
            }
        }
        return 0;
    }

    /** Null when another process holds the lock. */
    private FileChannel lock(Path path) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return channel;
        } catch (IOException e) {
            log.debug("{} cannot be locked: {}", path, e.toString());
            return null;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Three beside each other; the next three a little lower. */
    static Rectangle place(int slot, Rectangle screen) {
        int width = Math.max(Math.min(600, screen.width), screen.width / SIDE_BY_SIDE);
        int height = Math.min(screen.height, Math.max(400, width * 3 / 4));
        int x = screen.x + Math.min(screen.width - width, slot % SIDE_BY_SIDE * screen.width / SIDE_BY_SIDE);
        int y = screen.y + Math.min(screen.height - height, slot / SIDE_BY_SIDE * 60);
        return new Rectangle(x, y, width, height);
    }

    /** The place, moved and cut so that all of it can be seen. */
    static Rectangle within(Rectangle screen, Rectangle place) {
        int width = Math.min(Math.max(200, place.width), screen.width);
        int height = Math.min(Math.max(150, place.height), screen.height);
        int x = Math.max(screen.x, Math.min(place.x, screen.x + screen.width - width));
        int y = Math.max(screen.y, Math.min(place.y, screen.y + screen.height - height));
        return new Rectangle(x, y, width, height);
    }

    private static Rectangle screen() {
        GraphicsConfiguration main = GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration();
        Rectangle all = main.getBounds();
        Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(main);
        return new Rectangle(
                all.x + bars.left,
                all.y + bars.top,
                all.width - bars.left - bars.right,
                all.height - bars.top - bars.bottom);
    }
}
