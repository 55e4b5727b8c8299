package tickwing.replay.input;

/** What to do at the end of a file that may grow. */
@FunctionalInterface
public interface Growth {
    /** Waits a little for more of the file; false when nobody wants any more. */
    boolean await();
}
