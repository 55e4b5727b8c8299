package tickwing.producer.stock.link;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One web socket, from its handshake to its end. What it hears goes to the agenda; the next message is taken only when the
 * last one has been dealt with, so that a service that talks faster than the broker takes has to wait. Pings of the
 * service are answered by the JDK.
 */
final class Socket implements WebSocket.Listener {
    /** Who hears what happens, on the agenda's thread. */
    interface Ear {
        void opened(Socket socket);

        /** Anything at all has arrived. */
        void heard(Socket socket);

        void text(Socket socket, String message);

        /** It is of no use any more; told once. */
        void lost(Socket socket, Failure failure);
    }

    /** The longest message that is taken, in characters. */
    static final int MAX_MESSAGE = 1024 * 1024;

    private static final int SECONDS_TO_ANSWER = 2;

    private final HttpLink http;
    private final Agenda agenda;
    private final Ear ear;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean textPending = new AtomicBoolean();
    private final AtomicBoolean pingPending = new AtomicBoolean();
    private final StringBuilder message = new StringBuilder();
    private volatile WebSocket webSocket;

    Socket(HttpLink http, Agenda agenda, Ear ear) {
        this.http = http;
        this.agenda = agenda;
        this.ear = ear;
    }

    /** Begins the handshake. */
    void connect(URI uri) {
        http.client()
                .newWebSocketBuilder()
                .connectTimeout(http.timeouts().connect())
                .header("User-Agent", http.userAgent())
                .buildAsync(uri, this)
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        end(handshakeFailure(failure));
                    }
                });
    }

    /** Sends a message, if it is open and no other message is still on its way out. */
    void send(String text) {
        unlessPending(textPending, open -> open.sendText(text, true));
    }

    /** Asks the other side for a sign of life, if it is open and the last question is not still on its way out. */
    void ping() {
        unlessPending(pingPending, open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    /**
     * Java's client takes one text and one ping at a time and fails the next one. That is no broken stream: already the
     * first of each is written by another thread, later, when the system says that the connection takes it.
     */
    private void unlessPending(AtomicBoolean pending, Function<WebSocket, CompletableFuture<WebSocket>> sending) {
        WebSocket open = webSocket;
        if (open != null && !over.get() && pending.compareAndSet(false, true)) {
            sending.apply(open).whenComplete((socket, failure) -> {
                pending.set(false);
                endIf(failure);
            });
        }
    }

    /**
     * Closes it without a word to the ear. The other side has {@value #SECONDS_TO_ANSWER} s to answer: a connection that is cut
     * at once, with something unread, is reset, and the other side may never read that it was closed.
     */
    void close() {
        over.set(true);
        WebSocket open = webSocket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((socket, failure) -> {
                if (failure == null) {
                    CompletableFuture.delayedExecutor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                            .execute(open::abort);
                } else {
                    open.abort();
                }
            });
        }
    }

    /** Gives it up, with a word to the ear. */
    void abandon(String why) {
        end(new Failure.Dropped(why));
        WebSocket open = webSocket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        webSocket = opened;
        if (over.get()) {
            opened.abort();
            return;
        }
        agenda.post(() -> ear.opened(this));
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (message.length() + part.length() > MAX_MESSAGE) {
            abandon("a message longer than " + MAX_MESSAGE + " characters");
            return null;
        }
        message.append(part);
        if (!last) {
            socket.request(1);
            return null;
        }
        String whole = message.toString();
        message.setLength(0);
        agenda.post(() -> {
            try {
                if (!over.get()) {
                    ear.heard(this);
                    ear.text(this, whole);
                }
            } finally {
                socket.request(1);
            }
        });
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        return sign(socket);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
        return sign(socket);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        return sign(socket);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end(new Failure.Dropped("the service closed the stream (" + status + ")"));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end(new Failure.Dropped("the stream broke"));
    }

    private CompletionStage<?> sign(WebSocket socket) {
        agenda.post(() -> {
            if (!over.get()) {
                ear.heard(this);
            }
        });
        socket.request(1);
        return null;
    }

    private void endIf(Throwable failure) {
        if (failure != null) {
            abandon("the stream broke");
        }
    }

    private void end(Failure failure) {
        if (over.compareAndSet(false, true)) {
            agenda.post(() -> ear.lost(this, failure));
        }
    }

    private Failure handshakeFailure(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused) {
            Failure meaning = http.failure(
                    refused.getResponse().statusCode(),
                    refused.getResponse().headers().firstValue("Retry-After").orElse(""));
            // There is no symbol in a handshake.
            return meaning instanceof Failure.UnknownSymbol ? new Failure.Dropped(meaning.why()) : meaning;
        }
        return new Failure.Dropped(HttpLink.phrase(cause));
    }
}
