package tickwing.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {
    private final Map<String, String> properties = NodeSettings.single(
                    new Ports(9092, 19092, 19093), Path.of("/var/node-1"))
            .properties();

    @Test
    void nameOnlyWhatKafkaKnows() {
        Set<String> unknown = new HashSet<>(properties.keySet());
        unknown.removeAll(KafkaConfig.configDef().names());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void listenOnLoopbackAndAdvertiseLocalhost() {
        for (String listener : properties.get("listeners").split(",")) {
            assertTrue(listener.matches("[A-Z]+://127\\.0\\.0\\.1:\\d+"), listener);
        }
        assertEquals("PLAINTEXT://localhost:9092", properties.get("advertised.listeners"));
    }

    @Test
    void keepCommittedPositionsForCenturies() {
        long minutesPerCentury = 100L * 365 * 24 * 60;
        assertTrue(Long.parseLong(properties.get("offsets.retention.minutes")) > minutesPerCentury);
    }
}
