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

    @Test
    void areNamedInTheNoticeWithAllTheyCarry() throws IOException {
        // Long lines are broken.
        String notice = Files.readString(Suite.HOME.resolve("NOTICE")).replaceAll("\n {8}", " ");
        for (String program : programs()) {
            Path target = Suite.HOME.resolve(program).resolve("target");
            for (Bom.Component component : Bom.read(target.resolve("bom.json")).components()) {
                assertTrue(
                        component.group().equals("tickwing") || names(notice, component),
                        "NOTICE lacks " + component.coordinates() + " of " + program);
            }
            try (JarFile jar = new JarFile(target.resolve(program + ".jar").toFile())) {
                for (String file : List.of("LICENSE", "LICENSES-THIRD-PARTY", "NOTICE-TICKWING")) {
                    assertTrue(jar.getEntry("META-INF/" + file) != null, program + ".jar lacks " + file);
                }
            }
        }
    }

    private static boolean names(String notice, Bom.Component component) {
        return notice.lines()
                .filter(line -> line.startsWith(component.group() + ": "))
                .flatMap(line -> Stream.of(line.substring(line.indexOf(' ') + 1).split(", ")))
                .anyMatch(component.name()::equals);
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
