package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;

class FailoverTest {
    private long now;
    private int calls;
    private int probes;

    @Test
    void callsAgainAsLongAsAnyBrokerAnswers() {
        assertEquals("done", await(this::failsThreeTimes, () -> probes++));
        assertEquals(4, calls);
        assertEquals(3, probes);
    }

    @Test
    void givesUpAtOnceWhenNoBrokerAnswers() {
        TimeoutException nobody = new TimeoutException("nobody");
        assertSame(
                nobody,
                assertThrows(
                        TimeoutException.class,
                        () -> await(this::failsThreeTimes, () -> {
                            throw nobody;
                        })));
        assertEquals(1, calls);
    }

    @Test
    void givesUpAfterAMinuteThoughBrokersAnswer() {
        UserError error = assertThrows(
                UserError.class,
                () -> await(
                        () -> {
                            now += TimeUnit.SECONDS.toNanos(10);
                            throw new TimeoutException("again");
                        },
                        () -> probes++));
        assertEquals(
                "Creating topic flights has failed for 60 s, though brokers answer;"
                        + " see whether all brokers of the cluster run.",
                error.getMessage());
        assertEquals(60, TimeUnit.NANOSECONDS.toSeconds(now));
    }

    @Test
    void leavesAnyOtherFailureToTheCaller() {
        assertThrows(
                AuthorizationException.class,
                () -> await(
                        () -> {
                            throw new AuthorizationException("no");
                        },
                        () -> probes++));
        assertEquals(0, probes);
    }

    private String failsThreeTimes() {
        now += TimeUnit.SECONDS.toNanos(10);
        if (++calls <= 3) {
            throw new TimeoutException("not yet");
        }
        return "done";
    }

    private String await(
            Failover.Call<String, RuntimeException> call, Failover.Call<Object, RuntimeException> anyBroker) {
        return Failover.await("Creating topic flights", call, anyBroker, () -> now);
    }
}
