package tickwing.producer.stock.link;

import java.io.IOException;

/** A call to a service has failed; carries no stack, since on a bad day there are many. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public SourceException(Failure failure) {
        super(failure.why());
        this.failure = failure;
    }

    /** A connection that broke, or an answer that makes no sense. */
    public static SourceException dropped(String why) {
        return new SourceException(new Failure.Dropped(why));
    }

    /** Why. */
    public Failure failure() {
        return failure;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
