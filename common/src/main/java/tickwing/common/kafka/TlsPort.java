package tickwing.common.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Tells a client without TLS that it is talking to a port with TLS. Kafka's own client takes the TLS alert that it gets
 * for the size of an answer, 350 MB, and runs out of memory.
 */
public final class TlsPort {
    private static final int PATIENCE_MS = 2_000;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final short API_VERSIONS = 18;

    private TlsPort() {}

    /**
     * Looks at the first server that can be reached; does nothing when the settings ask for TLS, or none is there.
     *
     * @throws BrokerFailure when TLS is missing from the settings
     */
    public static void refusePlaintext(ClientSettings settings) {
        if (settings.usesTls()) {
            return;
        }
        for (String server : settings.bootstrapServers().split(",")) {
            int colon = server.trim().lastIndexOf(':');
            String host = server.trim().substring(0, colon).replaceAll("[\\[\\]]", "");
            int firstByte =
                    firstByteOfAnswer(host, Integer.parseInt(server.trim().substring(colon + 1)));
            if (firstByte == TLS_ALERT || firstByte == TLS_HANDSHAKE) {
                throw new BrokerFailure(new BrokerProblem.TlsWanted(server.trim()));
            }
            if (firstByte >= 0) {
                return;
            }
        }
    }

    /** Returns -1 where nothing answers. */
    private static int firstByteOfAnswer(String host, int port) {
        if (port > 65535) {
            return -1;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request());
            return socket.getInputStream().read();
        } catch (IOException e) {
            return -1;
        }
    }

    /** The first request of every client, in its oldest version, which every broker answers. */
    private static byte[] request() {
        int correlationId = 0;
        short noClientId = -1;
        ByteBuffer request = ByteBuffer.allocate(14)
                .putInt(10)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(correlationId)
                .putShort(noClientId);
        return request.array();
    }
}
