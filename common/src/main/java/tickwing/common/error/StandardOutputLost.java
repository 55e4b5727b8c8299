package tickwing.common.error;

/** Standard output takes no more: its disk is full, or nobody reads the pipe. What else is computed for it is in vain. */
public final class StandardOutputLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StandardOutputLost() {
        super("standard output takes no more");
    }
}
