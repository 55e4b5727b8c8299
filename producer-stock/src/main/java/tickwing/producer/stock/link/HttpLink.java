package tickwing.producer.stock.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * GET requests, one at a time, with an end to both their time and their size. Used by the agenda's thread; any other may
 * only call {@link #stop}.
 */
public final class HttpLink {
    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param request for the whole answer, its body included
     */
    public record Timeouts(Duration connect, Duration request) {
        /** 5 s and 10 s. */
        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** More than the longest history that any service sends in one answer. */
    static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    /** Turned away: unauthorized, forbidden, banned (Binance), too many, not from here, overloaded, Yahoo's own. */
    private static final Set<Integer> THROTTLES = Set.of(401, 403, 418, 429, 451, 503, 999);
    /** A bad request is one for a symbol that there cannot be: all else in it is the program's own. */
    private static final Set<Integer> UNKNOWN = Set.of(400, 404, 410, 422);

    private final HttpClient client;
    private final Timeouts timeouts;
    private final String userAgent;
    private final Time time;
    private volatile CompletableFuture<HttpResponse<byte[]>> inFlight;
    private volatile boolean stopped;

    public HttpLink(Timeouts timeouts, String userAgent, Time time) {
        this.timeouts = timeouts;
        this.userAgent = userAgent;
        this.time = time;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** The client that web sockets to the same service use as well. */
    HttpClient client() {
        return client;
    }

    String userAgent() {
        return userAgent;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Time time() {
        return time;
    }

    /**
     * The body of the answer.
     *
     * @throws SourceException when there is none, or its status is another than 200
     */
    public byte[] get(URI uri) throws SourceException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeouts.request())
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> response = await(client.sendAsync(
                request,
                head -> head.statusCode() == 200
                        ? new LimitedBody(MAX_BODY_BYTES)
                        : BodySubscribers.replacing(new byte[0])));
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        throw new SourceException(
                failure(status, response.headers().firstValue("Retry-After").orElse("")));
    }

    /** Breaks off the request in flight, and refuses further ones; from any thread. */
    public void stop() {
        stopped = true;
        CompletableFuture<?> current = inFlight;
        if (current != null) {
            current.cancel(true);
        }
    }

    /** What a status other than 200 means. */
    Failure failure(int status, String retryAfter) {
        if (THROTTLES.contains(status)) {
            return new Failure.Throttled("HTTP status " + status, RetryAfter.parse(retryAfter, time.now()));
        }
        return UNKNOWN.contains(status)
                ? new Failure.UnknownSymbol("HTTP status " + status)
                : new Failure.Dropped("HTTP status " + status);
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> future) throws SourceException {
        inFlight = future;
        if (stopped) {
            future.cancel(true);
        }
        try {
            // The request's own timeout ends with the head of the answer; a body may drip for ever.
            return future.get(timeouts.request().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw SourceException.dropped(
                    "no answer within " + timeouts.request().toSeconds() + " s");
        } catch (CancellationException e) {
            throw new SourceException(new Failure.Stopped());
        } catch (ExecutionException e) {
            throw SourceException.dropped(phrase(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw new SourceException(new Failure.Stopped());
        } finally {
            inFlight = null;
        }
    }

    /** What went wrong with a connection, in the user's words. */
    static String phrase(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof UnresolvedAddressException) {
            return "its address cannot be resolved";
        }
        if (failure instanceof ConnectException && !(failure instanceof HttpConnectTimeoutException)) {
            return "no connection";
        }
        if (failure instanceof java.net.http.HttpTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof SSLException) {
            return "no TLS connection: " + plain(failure.getMessage());
        }
        String message = failure.getMessage();
        return failure instanceof IOException && message != null && message.startsWith("the answer is longer")
                ? message
                : "the connection was closed";
    }

    private static String plain(String text) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120);
    }
}
