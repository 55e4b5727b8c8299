package tickwing.common.kafka;

import tickwing.common.error.UserError;

/** A {@link BrokerProblem} that ends what was being done; its message is the fact as a sentence. */
public final class BrokerFailure extends UserError {
    private static final long serialVersionUID = 1L;

    private final transient BrokerProblem problem;

    public BrokerFailure(BrokerProblem problem) {
        this(problem, null);
    }

    public BrokerFailure(BrokerProblem problem, Throwable cause) {
        super(problem.fact() + ".", cause);
        this.problem = problem;
    }

    public BrokerProblem problem() {
        return problem;
    }
}
