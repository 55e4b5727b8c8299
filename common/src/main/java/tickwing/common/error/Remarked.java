package tickwing.common.error;

/** A failure, and what there is to say beside it, e.g. how far the work has come. */
public final class Remarked extends UserError {
    private static final long serialVersionUID = 1L;

    private final UserError failure;
    private final String remark;

    /** @param remark whole sentences */
    public Remarked(UserError failure, String remark) {
        super(failure.getMessage() + " " + remark, failure);
        this.failure = failure;
        this.remark = remark;
    }

    public UserError failure() {
        return failure;
    }

    public String remark() {
        return remark;
    }
}
