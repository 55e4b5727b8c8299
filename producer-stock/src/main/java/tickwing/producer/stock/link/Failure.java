package tickwing.producer.stock.link;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Why a call to a service has brought nothing. */
public sealed interface Failure {
    /** A phrase for the user, without a full stop. */
    String why();

    /** The connection was refused, closed or too slow, or the answer was nonsense. */
    record Dropped(String why) implements Failure {
        public Dropped {
            Objects.requireNonNull(why);
        }
    }

    /**
     * The service turns this caller away.
     *
     * @param retryAfter for how long, where it says so; more than 0
     */
    record Throttled(String why, Optional<Duration> retryAfter) implements Failure {
        public Throttled {
            Objects.requireNonNull(why);
            Objects.requireNonNull(retryAfter);
        }
    }

    /** The service works, but has nothing for this symbol. */
    record UnknownSymbol(String why) implements Failure {
        public UnknownSymbol {
            Objects.requireNonNull(why);
        }
    }

    /** The program itself has ended the call, because it is about to end. */
    record Stopped() implements Failure {
        @Override
        public String why() {
            return "stopped";
        }
    }
}
