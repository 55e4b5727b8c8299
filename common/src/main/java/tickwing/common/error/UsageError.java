package tickwing.common.error;

/** An option or argument that makes no sense; the program ends with exit code 2 and points to {@code --help}. */
public final class UsageError extends UserError {
    private static final long serialVersionUID = 1L;

    public UsageError(String sentence) {
        super(sentence);
    }
}
