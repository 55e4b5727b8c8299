package tickwing.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tickwing.common.error.UsageError;

/**
 * What a demo is to do.
 *
 * @param bootstrapServers the broker to use; empty to start one
 * @param clientConfig client properties for every program; empty for none
 * @param duration when to end; empty for never
 * @param stage where the charts are shown
 */
record DemoConfig(
        Optional<String> bootstrapServers, Optional<Path> clientConfig, Optional<Duration> duration, Stage stage) {
    DemoConfig {
        if (duration.isPresent() && (duration.get().isZero() || duration.get().isNegative())) {
            throw new UsageError("--duration must be more than 0.");
        }
        if (clientConfig.isPresent() && bootstrapServers.isEmpty()) {
            throw new UsageError("--command-config goes with --bootstrap-server; the demo's own broker needs none.");
        }
    }
}
