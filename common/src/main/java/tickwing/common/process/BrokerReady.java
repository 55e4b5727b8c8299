package tickwing.common.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tickwing.common.error.UserError;

/** Listens to what a broker that was started says, until it is ready. */
public final class BrokerReady implements Consumer<String> {
    private static final Pattern READY = Pattern.compile("ready on (localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompletableFuture<String> address = new CompletableFuture<>();

    @Override
    public void accept(String line) {
        Matcher said = READY.matcher(line);
        if (said.find()) {
            address.complete(said.group(1));
        }
    }

    /**
     * Waits up to 30 s.
     *
     * @param broker whose lines this listens to
     * @param stopped whether nobody wants the broker any more
     * @return where the broker listens, e.g. {@code localhost:9092}; empty when {@code stopped}
     * @throws UserError when the broker ends, or is not ready in time
     */
    public String await(Child broker, BooleanSupplier stopped) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isKnown() && broker.isAlive() && !stopped.getAsBoolean() && System.nanoTime() < deadline) {
            // Each look waits a little.
        }
        if (!address.isDone() && !stopped.getAsBoolean()) {
            throw new UserError("The broker does not start"
                    + (broker.isAlive() ? " within " + PATIENCE.toSeconds() + " s." : ": " + broker.lastComplaint()));
        }
        return address.getNow("");
    }

    private boolean isKnown() throws InterruptedException {
        try {
            address.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
