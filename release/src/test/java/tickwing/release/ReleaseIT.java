package tickwing.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is handed out, unpacked. */
class ReleaseIT {
    @TempDir
    private static Path temporary;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        List<Path> archives;
        try (var files = Files.list(Path.of("target"))) {
            archives = files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
        assertEquals(1, archives.size(), archives::toString);
        String name = archives.get(0).getFileName().toString();
        try (ZipFile zip = new ZipFile(archives.get(0).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = temporary.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
        home = temporary.resolve(name.substring(0, name.length() - ".zip".length()));
        assertTrue(home.resolve("bin/tickwing").toFile().setExecutable(true));
    }

    @Test
    void hasEachLibraryOnce() throws IOException {
        Set<String> names = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        try (var files = Files.list(home.resolve("lib"))) {
            files.map(file -> file.getFileName().toString().replaceAll("-[0-9][^-]*(-[0-9].*)?\\.jar$|\\.jar$", ""))
                    .filter(name -> !names.add(name))
                    .forEach(twice::add);
        }
        assertEquals(List.of(), twice);
        assertTrue(
                names.containsAll(Set.of("common", "board", "charts", "kafka-clients", "xchart", "opencsv")),
                names::toString);
        assertFalse(names.contains("junit-jupiter-api"), names::toString);
    }

    @Test
    void hasLicencesSamplesAndPages() {
        for (String file : List.of(
                "LICENSE",
                "LICENSES-THIRD-PARTY",
                "NOTICE",
                "README.md",
                "docs/lessons.md",
                "data/README.md",
                "data/stocks/AAPL.csv",
                "launch/producer.args",
                "bin/tickwing.cmd")) {
            assertTrue(Files.isRegularFile(home.resolve(file)), file);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has tickwing.cmd")
    void runsWhatItLists() throws Exception {
        String version = Files.readString(home.resolve("VERSION")).strip();
        assertEquals("tickwing " + version + "\n", run("--version"));
        String listed = run();
        assertFalse(listed.contains("benchmark"), listed);
        for (String program : List.of("broker", "producer-stock", "consumer-bollinger", "demo")) {
            assertTrue(listed.contains("  " + program + " "), listed);
            String its = run(program, "--version");
            assertTrue(its.startsWith(program + " " + version + " (Java "), its);
        }
    }

    private static String run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/tickwing").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), out);
        return out;
    }
}
