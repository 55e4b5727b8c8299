package tickwing.analytics.indicator;

/** A study that cannot be: {@link #fault} has the facts, the message is its sentence. */
public final class InvalidStudyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public InvalidStudyException(Fault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
