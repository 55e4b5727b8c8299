package tickwing.common.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;

/**
 * Patience with a cluster that has lost a broker. Until another one has taken over what it was responsible for, 9 s with
 * Kafka's defaults and some more for a new controller, a call that needs just that fails after the 10 s that clients wait
 * for an answer. Such a call is made again, for a minute, as long as any broker answers at all.
 */
final class Failover {
    /** Something that only one of the brokers can do. */
    @FunctionalInterface
    interface Call<T, E extends Exception> {
        /** @throws TimeoutException when nobody has done it in time */
        T run() throws E;
    }

    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    private Failover() {}

    /**
     * @param what the call's purpose, as the beginning of a sentence, e.g. {@code Creating topic flights}
     * @param anyBroker a call that every broker can answer, and that asks one each time: {@code partitionsFor} does not; where
     *     it times out, too, there is nothing to wait for
     * @throws UserError when it has not been done in a minute, though brokers answer
     */
    static <T, E extends Exception> T await(String what, Call<T, E> call, Call<?, E> anyBroker, LongSupplier nanoTime)
            throws E {
        long start = nanoTime.getAsLong();
        boolean told = false;
        while (true) {
            try {
                return call.run();
            } catch (TimeoutException e) {
                anyBroker.run();
                if (Duration.ofNanos(nanoTime.getAsLong() - start).compareTo(LONGEST) >= 0) {
                    throw inVain(what, e);
                }
                if (!told) {
                    told = true;
                    log.warn(
                            "{} has to wait for a broker that does not answer, or for another to take over; trying for"
                                    + " up to {} s.",
                            what,
                            LONGEST.toSeconds());
                }
            }
        }
    }

    /** The end of all patience. */
    static UserError inVain(String what, Throwable cause) {
        return new UserError(
                what + " has failed for " + LONGEST.toSeconds()
                        + " s, though brokers answer; see whether all brokers of the cluster run.",
                cause);
    }
}
