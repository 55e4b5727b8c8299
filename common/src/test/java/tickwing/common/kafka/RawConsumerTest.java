package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RawConsumerTest {
    private static final Path ROOMS = Path.of("..");

    private static final Pattern MAKING = Pattern.compile("new\\s+[\\w.]*KafkaConsumer\\b");

    /** The benchmark measures Kafka's consumer itself. */
    private static final String MEASURED = "benchmark";

    @Test
    void isTheOnlyPlaceThatMakesAConsumerSoThatNobodyForgetsTheLargestValue() throws IOException {
        List<String> makers = new ArrayList<>();
        for (Path sources : sources()) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    if (MAKING.matcher(Files.readString(file)).find()) {
                        makers.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertEquals(List.of("RawConsumer.java"), makers);
    }

    @Test
    void pollsFewWholeRecordsAtOnceSinceAllOfThemMayBeLarge() {
        assertEquals(10, largestPoll(Map.of()));
        assertEquals(500, largestPoll(Map.of("max.poll.records", "500")));
    }

    private static int largestPoll(Map<String, String> given) {
        Map<String, Object> properties = RawConsumer.propertiesWithKeys(new ClientSettings("localhost:1", given));
        return Integer.parseInt(properties.get("max.poll.records").toString());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            return rooms.filter(room -> !room.endsWith(MEASURED))
                    .map(room -> room.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
