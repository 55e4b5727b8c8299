package tickwing.producer.stock.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that takes its time to write what it was given. */
class SocketTest {
    private final Agenda agenda = new Agenda(new FakeTime(Instant.parse("2026-03-10T12:00:00Z")));
    private final Heard heard = new Heard();
    private final SlowWebSocket connection = new SlowWebSocket();
    private final Socket socket = new Socket(null, agenda, heard);

    @BeforeEach
    void open() {
        socket.onOpen(connection);
    }

    @Test
    void asksNoSecondTimeWhileItsQuestionIsStillOnItsWayOut() {
        socket.ping();
        socket.ping();
        assertEquals(List.of("ping"), connection.given);
        connection.written();
        socket.ping();
        assertEquals(List.of("ping", "ping"), connection.given);
        assertEquals(List.of(), lost());
    }

    @Test
    void sendsNoSecondMessageWhileTheFirstIsStillOnItsWayOut() {
        socket.send("a");
        socket.ping();
        socket.send("b");
        assertEquals(List.of("a", "ping"), connection.given);
        connection.written();
        socket.send("c");
        assertEquals(List.of("a", "ping", "c"), connection.given);
        assertEquals(List.of(), lost());
    }

    @Test
    void isLostOnceWhenSomethingCannotBeWritten() {
        socket.ping();
        socket.send("a");
        connection.failed();
        socket.ping();
        assertEquals(List.of("ping", "a"), connection.given);
        assertTrue(connection.aborted);
        Failure failure = assertInstanceOf(Failure.Dropped.class, lost().get(0));
        assertEquals("the stream broke", failure.why());
        assertEquals(1, heard.losses.size());
    }

    @Test
    void isNotCutBeforeTheOtherSideHasReadThatItIsClosed() {
        socket.close();
        assertEquals(List.of("close"), connection.given);
        connection.written();
        assertFalse(connection.aborted);
        assertEquals(List.of(), lost());
    }

    @Test
    void isCutAtOnceWhenItCannotBeClosed() {
        socket.close();
        connection.failed();
        assertTrue(connection.aborted);
        assertEquals(List.of(), lost());
    }

    private List<Failure> lost() {
        agenda.post(agenda::stop);
        agenda.run();
        return heard.losses;
    }

    private static final class Heard implements Socket.Ear {
        private final List<Failure> losses = new ArrayList<>();

        @Override
        public void opened(Socket socket) {}

        @Override
        public void heard(Socket socket) {}

        @Override
        public void text(Socket socket, String message) {}

        @Override
        public void lost(Socket socket, Failure failure) {
            losses.add(failure);
        }
    }

    /** Fails, as Java's does, what is sent while the last of its kind is pending. */
    private static final class SlowWebSocket implements WebSocket {
        private final List<String> given = new ArrayList<>();
        private boolean aborted;
        private final CompletableFuture<WebSocket> close = new CompletableFuture<>();
        private CompletableFuture<WebSocket> text = CompletableFuture.completedFuture(this);
        private CompletableFuture<WebSocket> ping = CompletableFuture.completedFuture(this);

        void written() {
            text.complete(this);
            ping.complete(this);
            close.complete(this);
        }

        void failed() {
            text.completeExceptionally(new IOException("Broken pipe"));
            ping.completeExceptionally(new IOException("Broken pipe"));
            close.completeExceptionally(new IOException("Broken pipe"));
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            given.add(data.toString());
            text = after(text);
            return text;
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            given.add("ping");
            ping = after(ping);
            return ping;
        }

        private static CompletableFuture<WebSocket> after(CompletableFuture<WebSocket> last) {
            return last.isDone()
                    ? new CompletableFuture<>()
                    : CompletableFuture.failedFuture(new IllegalStateException("Send pending"));
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int status, String reason) {
            given.add("close");
            return close;
        }

        @Override
        public void request(long count) {}

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
