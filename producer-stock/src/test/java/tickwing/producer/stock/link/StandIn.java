package tickwing.producer.stock.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A service on loopback that answers as it is told to, also badly. */
public final class StandIn implements AutoCloseable {
    /** How it answers one request. */
    public sealed interface Answer {
        /** As a service in good order does. */
        record Status(int code, String retryAfter, String body) implements Answer {}

        /** Half of the body that it has promised, then the end of the connection. */
        record CutOff(String body) implements Answer {}

        /** The end of the connection, without a word. */
        record HungUp() implements Answer {}

        /** Nothing, for three seconds. */
        record Silent() implements Answer {}

        /** A head, then a body that never ends. */
        record Endless() implements Answer {}

        static Answer ok(String body) {
            return new Status(200, null, body);
        }

        static Answer status(int code) {
            return new Status(code, null, "{\"message\":\"no\"}");
        }
    }

    static {
        // Head and body go out in two writes: without this the second waits 40 ms for the first one's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<String> requests = new ConcurrentLinkedDeque<>();
    private final Deque<String> userAgents = new ConcurrentLinkedDeque<>();

    public StandIn(Function<URI, Answer> script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            note(requests, exchange.getRequestURI().toString());
            note(userAgents, String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
            play(exchange, script.apply(exchange.getRequestURI()));
        });
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths and queries of the newest requests so far, at most a thousand. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public List<String> userAgents() {
        return List.copyOf(userAgents);
    }

    private void play(HttpExchange exchange, Answer answer) throws IOException {
        if (answer instanceof Answer.Status status) {
            if (status.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", status.retryAfter());
            }
            byte[] body = status.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(status.code(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            return;
        }
        if (answer instanceof Answer.CutOff cut) {
            byte[] body = cut.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        } else if (answer instanceof Answer.Endless) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] part = new byte[64 * 1024];
            while (closing.getCount() > 0) {
                out.write(part);
            }
        } else if (answer instanceof Answer.Silent) {
            await();
        }
        // Closing the exchange would close the connection as well, but the server would keep it for ever.
        throw new IOException("the end of the connection");
    }

    private static void note(Deque<String> notes, String text) {
        notes.addLast(text);
        if (notes.size() > 1_000) {
            notes.pollFirst();
        }
    }

    private void await() {
        try {
            closing.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
