package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md walks through is there. */
class ArchitectureTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void namesClassesThatExist() throws IOException {
        Set<String> named = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`")
                .matcher(Files.readString(HOME.resolve("docs/architecture.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 40, named::toString);
        named.removeAll(classes());
        assertEquals(Set.of(), named);
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(HOME)) {
            for (Path module : modules) {
                Path sources = module.resolve(Path.of("src", "main", "java"));
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> files = Files.walk(sources)) {
                        files.map(file -> file.getFileName().toString())
                                .filter(file -> file.endsWith(".java"))
                                .map(file -> file.substring(0, file.length() - ".java".length()))
                                .forEach(classes::add);
                    }
                }
            }
        }
        return classes;
    }
}
