package tickwing.common.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/**
 * An admin client, made on a thread of its own when it is first asked for: a tenth of a second that no chart waits for. Idle,
 * it costs nothing. Any thread may call.
 */
public final class BackgroundAdmin implements AutoCloseable {
    private final ClientSettings settings;
    private CompletableFuture<Admin> admin;

    public BackgroundAdmin(ClientSettings settings) {
        this.settings = settings;
    }

    /** The client, soon; completed exceptionally when it cannot be set up. */
    public synchronized CompletableFuture<Admin> get() {
        if (admin == null) {
            admin = CompletableFuture.supplyAsync(() -> Admin.create(settings.admin()), BackgroundAdmin::start);
        }
        return admin;
    }

    /** Ends the client, and with it what it has been asked and not answered yet. */
    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.thenAccept(client -> client.close(Duration.ZERO));
        }
    }

    private static void start(Runnable making) {
        Thread thread = new Thread(making, "admin");
        thread.setDaemon(true);
        thread.start();
    }
}
