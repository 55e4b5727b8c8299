package tickwing.common.error;

/** There is no room for what is kept in memory. */
public final class HeapTooSmall extends UserError {
    private static final long serialVersionUID = 1L;

    private final int megabytes;

    /** @param megabytes how large the heap may become */
    public HeapTooSmall(int megabytes) {
        super("A heap of " + megabytes + " MB is too small for so much.");
        this.megabytes = megabytes;
    }

    /** How large the heap may become. */
    public int megabytes() {
        return megabytes;
    }
}
