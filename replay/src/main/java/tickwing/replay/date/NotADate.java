package tickwing.replay.date;

/** Why a text is no point in time; carries no stack, since bad rows can be many. */
public final class NotADate extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** It is none in any form. */
        NONE,
        /** It is one in another order of day and month than the file's. */
        OTHER_ORDER,
        /** Day and month can be read both ways, and nothing has settled which. */
        BOTH_WAYS,
        /** It names a zone by letters that several zones go by: {@code EST}. */
        UNKNOWN_ZONE
    }

    private final Fault fault;

    NotADate(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
