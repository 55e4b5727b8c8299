package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of Kafka stands in pom.xml; what else names it must agree. */
class VersionsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("\\b[Kk]afka[ :](\\d+\\.\\d+\\.\\d+)");

    @Test
    void kafkaIsThatOfTheBuildInEveryComposeFile() throws IOException {
        int files = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROJECT, "docker-compose*.yml")) {
            for (Path file : all) {
                assertNamesKafkaOfTheBuild(file);
                files++;
            }
        }
        assertTrue(files > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker.md", "security.md", "lessons.md"})
    void kafkaIsThatOfTheBuildInTheDocuments(String file) throws IOException {
        assertNamesKafkaOfTheBuild(PROJECT.resolve("docs").resolve(file));
    }

    private static void assertNamesKafkaOfTheBuild(Path file) throws IOException {
        Matcher named = NAMED.matcher(Files.readString(file));
        assertTrue(named.find(), file + " names no version of Kafka");
        do {
            assertEquals(kafka(), named.group(1), file.toString());
        } while (named.find());
    }

    private static String kafka() throws IOException {
        Matcher version = Pattern.compile("<kafka.version>([^<]+)</kafka.version>")
                .matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertTrue(version.find());
        return version.group(1);
    }
}
