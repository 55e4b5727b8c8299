package tickwing.common.error;

/**
 * A failure that its user can understand and act on. The message is one sentence that says what happened and what to
 * do; it is printed as it stands, without a stack trace, and the program ends with exit code 1.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String sentence) {
        super(sentence);
    }

    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
