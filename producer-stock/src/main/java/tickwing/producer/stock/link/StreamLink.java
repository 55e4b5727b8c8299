package tickwing.producer.stock.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps a web socket to one service open: opens it again when it breaks, after the {@link Link}'s pauses; asks for a sign
 * of life when it is quiet; opens the next one before the service ends it for its age, and closes the old one only then.
 * Belongs to the agenda's thread.
 */
public final class StreamLink implements Socket.Ear {
    /**
     * Where and how.
     *
     * @param greeting what to send when it opens, and again; empty for nothing
     * @param greetAgain how often to send it again
     * @param pingEvery how often to ask for a sign of life
     * @param renewAfter how old it may become
     */
    public record Plan(URI uri, String greeting, Duration greetAgain, Duration pingEvery, Duration renewAfter) {}

    /** Who takes the messages and wants to know whether there is a stream, on the agenda's thread. */
    public interface Listener {
        void message(String text);

        /** The stream is there, or there again: something has arrived. */
        void up();

        /** The stream is gone. */
        void down();
    }

    /**
     * How long to wait for a sign of life after asking for one. It is what tells of a connection that was closed right
     * after a message: of those Java's client does not tell one in five (17 and 25 alike).
     */
    private static final Duration SIGN_WITHIN = Duration.ofSeconds(10);

    private final Plan plan;
    private final HttpLink http;
    private final Agenda agenda;
    private final Link link;
    private final Listener listener;
    private Socket current;
    private Socket next;
    private Instant startedAt;
    private Instant heardAt;
    /** Null unless the stream is given up for its silence. */
    private Instant silentSince;

    private boolean up;
    private boolean closed;

    public StreamLink(Plan plan, HttpLink http, Agenda agenda, Link link, Listener listener) {
        this.plan = plan;
        this.http = http;
        this.agenda = agenda;
        this.link = link;
        this.listener = listener;
    }

    /** Opens the stream, and keeps it open until {@link #close}. */
    public void open() {
        current = connect();
        repeat(plan.pingEvery(), this::lookAfter);
        if (!plan.greeting().isEmpty()) {
            repeat(plan.greetAgain(), () -> with(current, s -> s.send(plan.greeting())));
        }
    }

    /** Whether something has arrived since it was opened last. */
    public boolean isUp() {
        return up;
    }

    /** How the stream has been doing so far. */
    public Link.Account account() {
        return link.account();
    }

    /** Closes the stream for good. */
    public void close() {
        closed = true;
        with(current, Socket::close);
        with(next, Socket::close);
    }

    @Override
    public void opened(Socket socket) {
        if (!plan.greeting().isEmpty()) {
            socket.send(plan.greeting());
        }
        // The answer proves that the stream works, also where there is nothing to report.
        socket.ping();
    }

    @Override
    public void heard(Socket socket) {
        if (socket == next) {
            Socket old = current;
            current = next;
            next = null;
            with(old, Socket::close);
        }
        if (socket != current) {
            return;
        }
        heardAt = agenda.now();
        if (!up) {
            up = true;
            link.succeeded();
            listener.up();
        }
    }

    @Override
    public void text(Socket socket, String message) {
        listener.message(message);
    }

    @Override
    public void lost(Socket socket, Failure failure) {
        if (socket == next) {
            next = null;
            return;
        }
        if (socket != current || closed) {
            return;
        }
        current = null;
        if (up) {
            up = false;
            listener.down();
        }
        link.failed(failure, silentSince == null ? agenda.now() : silentSince);
        silentSince = null;
        agenda.at(link.readyAt(), () -> {
            if (!closed && current == null) {
                current = connect();
            }
        });
    }

    private Socket connect() {
        startedAt = agenda.now();
        heardAt = startedAt;
        Socket socket = new Socket(http, agenda, this);
        socket.connect(plan.uri());
        return socket;
    }

    private void lookAfter() {
        Instant now = agenda.now();
        Socket asked = current;
        if (asked == null) {
            return;
        }
        asked.ping();
        agenda.at(now.plus(SIGN_WITHIN), () -> {
            if (asked == current && heardAt.isBefore(now)) {
                silentSince = heardAt;
                asked.abandon("the stream went silent");
            }
        });
        if (next == null && Duration.between(startedAt, now).compareTo(plan.renewAfter()) >= 0) {
            next = connect();
        }
    }

    private void repeat(Duration every, Runnable task) {
        agenda.at(agenda.now().plus(every), () -> {
            if (!closed) {
                try {
                    task.run();
                } finally {
                    repeat(every, task);
                }
            }
        });
    }

    private static void with(Socket socket, Consumer<Socket> action) {
        if (socket != null) {
            action.accept(socket);
        }
    }
}
