package tickwing.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;

class PortsTest {
    @Test
    void differ() {
        Ports ports = Ports.find(0);
        assertNotEquals(ports.client(), ports.controller());
        assertTrue(ports.client() > 0 && ports.broker() > 0 && ports.controller() > 0, ports.toString());
    }

    @Test
    void areTheWantedOnesWhereTheyAreFree() {
        int free = Ports.find(0).client();
        assertEquals(free, Ports.find(free).client());
    }

    @Test
    void areRefusedWhereSomebodyListensOnAllAddresses() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0)) {
            UserError refused = assertThrows(UserError.class, () -> Ports.find(somebody.getLocalPort()));
            assertEquals(
                    "Port " + somebody.getLocalPort() + " on localhost is taken, perhaps by a broker that runs already;"
                            + " use that one, stop it, or choose another port with --port.",
                    refused.getMessage());
        }
    }
}
