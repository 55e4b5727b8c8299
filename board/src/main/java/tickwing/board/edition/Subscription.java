package tickwing.board.edition;

import java.time.Duration;
import java.util.Optional;
import tickwing.board.view.Update;
import tickwing.board.view.View;

/**
 * Somebody who watches a view, at his own pace: what happened between two looks reaches him as one update. For any thread,
 * which computes the view if nobody has before.
 */
public interface Subscription extends AutoCloseable {
    View view();

    /** The whole view at first, later what has changed since the last time; empty when nothing has, or when closed. */
    Optional<Update> next();

    /**
     * Waits until there is something that {@link #next} has not given yet.
     *
     * @return whether there is; false after the time is up, or when closed
     */
    boolean await(Duration most) throws InterruptedException;

    /** Lets the view go; the last one to leave takes its values along. */
    @Override
    void close();
}
