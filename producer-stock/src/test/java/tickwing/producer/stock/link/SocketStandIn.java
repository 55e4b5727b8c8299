package tickwing.producer.stock.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A web socket server on loopback (RFC 6455), one byte at a time: a connection says and does what a test tells it to. */
public final class SocketStandIn implements AutoCloseable {
    /** A connection after its handshake. */
    public static final class Connection {
        private final Socket socket;
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final String path;

        Connection(Socket socket, String path) {
            this.socket = socket;
            this.path = path;
        }

        public String path() {
            return path;
        }

        /** What came in, in order: texts as they are, else {@code ping}, {@code pong:PAYLOAD}, {@code close}. */
        public BlockingQueue<String> received() {
            return received;
        }

        public void text(String text) throws IOException {
            frame(1, text.getBytes(UTF_8));
        }

        public void ping(String payload) throws IOException {
            frame(9, payload.getBytes(UTF_8));
        }

        /** Ends it as a broken link would. */
        public void drop() throws IOException {
            socket.close();
        }

        private synchronized void frame(int opcode, byte[] payload) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(0x80 | opcode);
            if (payload.length < 126) {
                out.write(payload.length);
            } else {
                out.write(126);
                out.write(payload.length >> 8);
                out.write(payload.length);
            }
            out.writeBytes(payload);
            socket.getOutputStream().write(out.toByteArray());
        }

        private void read(DataInputStream in) throws IOException {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0F;
                int length = in.readUnsignedByte() & 0x7F;
                length = length == 126 ? in.readUnsignedShort() : length;
                byte[] mask = in.readNBytes(4);
                byte[] payload = in.readNBytes(length);
                for (int i = 0; i < length; i++) {
                    payload[i] ^= mask[i & 3];
                }
                switch (opcode) {
                    case 1 -> received.add(new String(payload, UTF_8));
                    case 8 -> received.add("close");
                    case 9 -> {
                        received.add("ping");
                        frame(10, payload);
                    }
                    default -> received.add("pong:" + new String(payload, UTF_8));
                }
            }
        }
    }

    private final ServerSocket server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private volatile boolean refusing;

    public SocketStandIn() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    /** Connections in the order in which they came. */
    public BlockingQueue<Connection> connections() {
        return connections;
    }

    /** Hangs up on whoever comes, as long as it is on. */
    public void refuse(boolean on) {
        refusing = on;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (refusing) {
                    socket.close();
                } else {
                    start(() -> serve(socket));
                }
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            String key = head.toString().replaceAll("(?is).*Sec-WebSocket-Key: *([^\r]+)\r.*", "$1");
            String accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8)));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                            .getBytes(UTF_8));
            Connection connection = new Connection(socket, head.substring(4, head.indexOf(" HTTP/")));
            connections.add(connection);
            connection.read(in);
        } catch (IOException | GeneralSecurityException e) {
            // The other side has gone, or this one.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "socket stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Connection connection : connections) {
            connection.drop();
        }
    }
}
