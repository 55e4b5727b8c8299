package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.DeadLetters;

class ContractTest {
    private static final Pattern TOPIC =
            Pattern.compile("names = \"--topic\",(?s:(?!@Option).){0,400}?defaultValue = \"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void isASchemaWhoseExamplesKeepIt(Contract contract) {
        JsonNode json = contract.json();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        assertEquals(
                Set.of(),
                factory.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(json));
        assertTrue(json.get("examples").size() > 1);
        for (JsonNode example : json.get("examples")) {
            assertTrue(contract.breaches(example).isEmpty(), example::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "STOCKS | Close | null",
                "STOCKS | Close | \"1\"",
                "STOCKS | Volume | -1",
                "STOCKS | Label | \"\"",
                "STOCKS | Date | \"2/1/2013\"",
                "STOCKS | Date | 1672876800",
                "STOCKS | Interval | \"1m\"",
                "STOCKS | Interval | \"60m\"",
                "STOCKS | Quoted | \"2013-01-02T10:00:00Z\"",
                "STOCKS | Simulated | false",
                "STOCKS | Bid | 1",
                "FLIGHTS | YEAR | 2014",
                "FLIGHTS | DAY | null",
                "FLIGHTS | AIRLINE | null",
                "DEAD_LETTERS | line | \"last\"",
                "DEAD_LETTERS | redriven | \"0:17\"",
            })
    void isBrokenByWhatTheSuiteDoesNotWrite(Contract contract, String member, String value) throws IOException {
        ObjectNode example = contract.json().get("examples").get(0).deepCopy();
        example.set(member, new ObjectMapper().readTree(value));
        assertFalse(contract.breaches(example).isEmpty(), example::toString);
    }

    @Test
    void namesEveryInterval() {
        Set<String> codes = Arrays.stream(Interval.values()).map(Interval::code).collect(Collectors.toSet());
        Set<String> named = StreamSupport.stream(
                        Contract.STOCKS.json().at("/properties/Interval/enum").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
        assertEquals(codes, named);
    }

    @Test
    void isWhatTheDocumentOfAllTopicsRefersTo() throws IOException {
        JsonNode document = document();
        Set<String> files = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.textValue();
            if (target.startsWith("#")) {
                assertFalse(document.at(target.substring(1)).isMissingNode(), target);
            } else {
                assertTrue(Files.exists(Contract.FOLDER.resolve(target)), target);
                files.add(target.replaceFirst("^\\./", ""));
            }
        }
        try (Stream<Path> schemas = Files.list(Contract.FOLDER)) {
            assertEquals(
                    schemas.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".schema.json"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    files);
        }
    }

    @Test
    void isGivenForEveryTopicOfThePrograms() throws IOException {
        Set<String> topics = new TreeSet<>();
        for (String topic : topicsOfPrograms()) {
            topics.add(topic);
            topics.add(DeadLetters.topicOf(topic));
        }
        assertTrue(topics.contains("stocks"), topics::toString);
        JsonNode document = document();
        assertEquals(
                topics,
                document.get("channels").findValues("address").stream()
                        .map(JsonNode::textValue)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals("3.0.0", document.get("asyncapi").textValue());
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Contract.FOLDER.resolve("asyncapi.yaml")));
    }

    /** What {@code --topic} is where nobody says it. */
    private static Set<String> topicsOfPrograms() throws IOException {
        Set<String> topics = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file :
                            files.filter(f -> f.toString().endsWith(".java")).toList()) {
                        Matcher option = TOPIC.matcher(Files.readString(file));
                        while (option.find()) {
                            topics.add(option.group(1));
                        }
                    }
                }
            }
        }
        return topics;
    }
}
