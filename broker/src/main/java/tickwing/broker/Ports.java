package tickwing.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import tickwing.common.error.UserError;

/**
 * The loopback ports of a node, free at the moment of looking.
 *
 * @param client where clients connect
 * @param broker where, in a secure cluster, the other nodes connect
 * @param controller where the nodes find this node's controller
 */
record Ports(int client, int broker, int controller) {
    private static final int CONNECT_MS = 500;

    /**
     * Finds the ports.
     *
     * @param wanted the port for clients, 1 to 65535; 0 takes any free one
     * @throws UserError when something listens on the wanted port already, or it may not be opened
     */
    static Ports find(int wanted) {
        if (wanted != 0 && answers(wanted)) {
            throw taken(wanted);
        }
        try (ServerSocket client = open(wanted);
                ServerSocket broker = open(0);
                ServerSocket controller = open(0)) {
            return new Ports(client.getLocalPort(), broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            if (wanted == 0 || !e.getMessage().contains("denied")) {
                throw taken(wanted);
            }
            throw new UserError(
                    "Port " + wanted + " may not be opened (" + e.getMessage()
                            + "); choose one above 1023 with --port.",
                    e);
        }
    }

    /** The error for a port that somebody else listens on. */
    static UserError taken(int port) {
        return new UserError("Port " + port + " on localhost is taken, perhaps by a broker that runs already;"
                + " use that one, stop it, or choose another port with --port.");
    }

    /** As {@link #toString} writes them. */
    static Ports parse(String text) {
        String[] ports = text.split(":");
        return new Ports(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
    }

    @Override
    public String toString() {
        return client + ":" + broker + ":" + controller;
    }

    /** Finds listeners on all addresses too, beside which some systems let one open the same port on loopback. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static ServerSocket open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        return socket;
    }
}
