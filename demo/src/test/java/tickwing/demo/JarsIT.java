package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runnable jars as the build has left them. */
class JarsIT {
    @Test
    void carryNoVersionWithAKnownHole() throws IOException {
        KnownHoles known = KnownHoles.read(Suite.HOME.resolve("security").resolve("known-holes.txt"));
        List<String> found = new ArrayList<>();
        for (String program : programs()) {
            Path bom = Suite.HOME.resolve(program).resolve("target").resolve("bom.json");
            assertTrue(Files.exists(bom), bom + " is missing: builds with --offline do not write it; build without.");
            for (String pom : List.of("pom.xml", program + "/pom.xml")) {
                assertTrue(
                        Files.getLastModifiedTime(bom).compareTo(Files.getLastModifiedTime(Suite.HOME.resolve(pom)))
                                > 0,
                        bom + " is older than " + pom + ": builds with --offline do not write it; build without.");
            }
            Bom carried = Bom.read(bom);
            assertEquals(program, carried.program());
            assertFalse(carried.components().isEmpty(), bom.toString());
            found.addAll(known.in(carried));
        }
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }

    /** A jar is written in place: a program that runs from it could load no further class. */
    @Test
    void areNotWrittenInPlace() throws IOException {
        for (String program : programs()) {
            Path target = Suite.HOME.resolve(program).resolve("target");
            assertEquals("tickwing." + program.replace('-', '.'), mainPackage(target.resolve(program + ".jar")));
            assertEquals("", mainPackage(target.resolve(program + "-classes.jar")), "the jar plugin's own");
        }
    }

    private static String mainPackage(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String main = file.getManifest().getMainAttributes().getValue("Main-Class");
            return main == null ? "" : main.substring(0, main.lastIndexOf('.'));
        }
    }

    /** Those modules that are programs, which are those whose pom.xml names a main class. */
    private static List<String> programs() throws IOException {
        List<String> programs = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Suite.HOME)) {
            for (Path module : modules.sorted().toList()) {
                Path pom = module.resolve("pom.xml");
                if (Files.exists(pom) && Files.readString(pom).contains("<main.class>")) {
                    programs.add(module.getFileName().toString());
                }
            }
        }
        assertTrue(programs.contains("broker"), programs.toString());
        return programs;
    }
}
