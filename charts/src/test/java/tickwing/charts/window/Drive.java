package tickwing.charts.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** Looks into windows and waits for what becomes of them. */
final class Drive {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private Drive() {}

    static List<Frame> frames() {
        return Arrays.stream(Frame.getFrames()).filter(Component::isShowing).toList();
    }

    static JComponent find(JFrame frame, String name) {
        JComponent found = search(frame.getRootPane(), name);
        if (found == null) {
            throw new AssertionError("nothing is called " + name);
        }
        return found;
    }

    private static JComponent search(Container container, String name) {
        for (Component component : container.getComponents()) {
            if (name.equals(component.getName()) && component instanceof JComponent found) {
                return found;
            }
            JComponent within = component instanceof Container inner ? search(inner, name) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }

    static <T> T onEventThread(Supplier<T> task) {
        if (SwingUtilities.isEventDispatchThread()) {
            return task.get();
        }
        AtomicReference<T> result = new AtomicReference<>();
        try {
            SwingUtilities.invokeAndWait(() -> result.set(task.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
        return result.get();
    }

    /** Waits until the condition holds, which is asked on the event dispatch thread where it has to do with windows. */
    static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!onEventThread(condition::getAsBoolean)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it did not come about within 20 s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
