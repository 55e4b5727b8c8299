package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHolesTest {
    private static final Path LIST = Path.of("..", "security", "known-holes.txt");

    @TempDir
    private Path folder;

    @Test
    void namesJarLibraryVersionHoleAndWhatToTakeInstead() throws IOException {
        Path bom = Files.writeString(folder.resolve("bom.json"), """
                {"bomFormat": "CycloneDX", "metadata": {"component": {"group": "tickwing", "name": "broker"}},
                 "components": [
                    {"group": "org.apache.commons", "name": "commons-text", "version": "1.9"},
                    {"group": "org.apache.commons", "name": "commons-text-not", "version": "1.9"},
                    {"group": "commons-io", "name": "commons-io", "version": "2.20.0"}]}
                """);
        assertEquals(
                List.of(
                        "broker.jar carries org.apache.commons:commons-text 1.9, which has CVE-2022-42889 (a text that is"
                                + " filled in may run foreign code); take 1.13.1."),
                KnownHoles.read(LIST).in(Bom.read(bom)));
    }

    @ParameterizedTest
    @CsvSource({
        "com.github.luben,                zstd-jni,             1.5.7-2,        2",
        "com.github.luben,                zstd-jni,             1.5.7-16,       1",
        "com.github.luben,                zstd-jni,             1.5.7-17,       0",
        "com.github.luben,                zstd-jni,             1.5.8-1,        0",
        "at.yawk.lz4,                     lz4-java,             1.10.0,         3",
        "at.yawk.lz4,                     lz4-java,             1.11.2,         0",
        "org.lz4,                         lz4-java,             1.8.0,          1",
        "org.apache.logging.log4j,        log4j-api,            2.25.4,         1",
        "org.apache.logging.log4j,        log4j-to-slf4j,       2.25.5,         0",
        "org.apache.logging.log4j,        log4j-core,           2.14.1,         4",
        "org.apache.logging.log4j,        log4j-core,           2.26.0,         1",
        "log4j,                           log4j,                1.2.17,         1",
        "com.fasterxml.jackson.core,      jackson-annotations,  2.21,           1",
        "com.fasterxml.jackson.core,      jackson-annotations,  2.22,           0",
        "com.fasterxml.jackson.dataformat, jackson-dataformat-csv, 2.21.9,      1",
        "commons-collections,             commons-collections,  3.2.1,          1",
        "commons-collections,             commons-collections,  3.2.2,          0",
        "com.google.guava,                guava,                31.1-jre,       1",
        "com.google.guava,                guava,                33.4.0-jre,     0",
        "io.netty,                        netty-handler,        4.1.117.Final,  1",
        "org.eclipse.jetty,               jetty-server,         9.4.50.v20221201, 1",
        "org.apache.zookeeper,            zookeeper,            3.8.2,          1",
        "org.apache.zookeeper,            zookeeper,            3.8.3,          0"
    })
    void countsVersionsAsMavenDoes(String group, String name, String version, int holes) throws IOException {
        Bom bom = new Bom("demo", List.of(new Bom.Component(group, name, version)));
        List<String> found = KnownHoles.read(LIST).in(bom);
        assertEquals(holes, found.size(), found.toString());
    }

    @Test
    void refusesALineThatItCannotRead() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "# a list\n\na:b | (,1.0) | CVE-1 | 1.0\n");
        IOException refused = assertThrows(IOException.class, () -> KnownHoles.read(list));
        assertEquals("list.txt:3: 5 columns are expected, separated by |", refused.getMessage());
    }
}
