package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script in a project of some programs and a library, with a stand-in for Maven and one for Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has tickwing.cmd")
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("..", "tickwing").toAbsolutePath().normalize();
    private static final String BUILDING = "Building Tickwing (first use, about half a minute) ...\n";

    @TempDir
    private Path temporary;

    private Path project;
    private Path jdk;
    private String options = "";

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project"));
        Files.copy(LAUNCHER, project.resolve("tickwing"));
        Files.createFile(project.resolve("pom.xml"));
        Path launch = Files.createDirectories(project.resolve("launch"));
        for (String part : List.of("build.sh", "most-like.awk")) {
            Files.copy(LAUNCHER.resolveSibling("launch").resolve(part), launch.resolve(part));
        }
        Files.writeString(
                launch.resolve("programs"),
                String.join(
                        "\n",
                        "fetch fetch.Main Fetches things.",
                        "consumer-x x.Main Draws things.",
                        "producer-x x.Main Sends things.",
                        "broker broker.Main Keeps things.",
                        "show show.Main Shows things.",
                        ""));
        module("library", "<description>Not a program.</description>");
        module("fetch", "<description>Fetches things.</description><main.class>x</main.class>");
        module("consumer-x", "<description>Draws things.</description><main.class>x</main.class>");
        module("producer-x", "<description>Sends things.</description><main.class>x</main.class>");
        module("broker", "<description>Keeps things.</description><main.class>x</main.class>");
        module("show", "<description>Shows things.</description><main.class>x</main.class>");
        // "Builds" every jar, writes down that it did, and fails when told to.
        script(
                project.resolve("mvnw"),
                "test -f broken && echo 'BUG in line 3' && exit 1",
                "echo \"$@\" >>builds",
                "sleep 0.3",
                "touch fetch/target/fetch.jar show/target/show.jar consumer-x/target/consumer-x.jar",
                "touch producer-x/target/producer-x.jar broker/target/broker.jar");
        jdk = temporary.resolve("jdk 17");
        script(Files.createDirectories(jdk.resolve("bin")).resolve("java"), "pwd", "printf '<%s>' \"$@\"", "exit 7");
        script(jdk.resolve("bin").resolve("javac"));
        Files.createFile(Files.createDirectories(jdk.resolve("lib/server")).resolve("classes.jsa"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
    }

    @Test
    void listsEveryProgramWithItsDescription() throws Exception {
        Run run = launch();
        assertEquals(0, run.code);
        assertTrue(run.out.contains("fetch                Fetches things.\n"), run.out);
        assertTrue(run.out.contains("show                 Shows things.\n"), run.out);
        assertFalse(run.out.contains("library"), run.out);
    }

    @Test
    void refusesAnUnknownProgram() throws Exception {
        Run run = launch("library");
        assertEquals(2, run.code);
        assertEquals("Tickwing has no program 'library'; 'tickwing' lists those it has.\n", run.err);
    }

    @ParameterizedTest
    @CsvSource({"fetsh, fetch", "sho, show", "comsumer-x, consumer-x", "brok, broker"})
    void proposesTheProgramThatMayBeMeant(String word, String program) throws Exception {
        Run run = launch(word);
        assertEquals(2, run.code);
        assertTrue(run.err.contains("; did you mean '" + program + "'? "), run.err);
    }

    @Test
    void knowsTheSuitesVersion() throws Exception {
        Files.writeString(project.resolve("pom.xml"), "<project>\n    <version>1.2.3</version>\n</project>\n");
        assertEquals(List.of("tickwing 1.2.3"), launch("--version").out.lines().toList());
    }

    /** The one list says of each program what its pom.xml says. */
    @Test
    void listsThePrograms() throws Exception {
        Path home = LAUNCHER.getParent();
        List<String> listed = new ArrayList<>(Files.readAllLines(home.resolve("launch/programs")));
        List<String> built = new ArrayList<>();
        try (DirectoryStream<Path> poms = Files.newDirectoryStream(home, "*")) {
            for (Path module : poms) {
                Path pom = module.resolve("pom.xml");
                String text = Files.exists(pom) ? Files.readString(pom) : "";
                if (text.contains("<main.class>")) {
                    built.add(module.getFileName() + " " + between("main.class", text) + " "
                            + between("description", text));
                }
            }
        }
        Collections.sort(built);
        assertEquals(built, listed);
        String shown = finish(new ProcessBuilder(LAUNCHER.toString()).start()).out;
        assertTrue(shown.lines().allMatch(line -> line.length() <= 80), shown);
    }

    private static String between(String element, String xml) {
        return xml.substring(
                xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
    }

    @Test
    void buildsOnFirstUseAndRunsInTheCallersDirectoryWithItsArguments() throws Exception {
        Run run = launch("fetch", "--topic", "two words", "");
        assertEquals(BUILDING, run.err);
        assertEquals(7, run.code);
        Path jar = project.toRealPath().resolve(Path.of("fetch", "target", "fetch.jar"));
        assertTrue(run.out.startsWith(temporary.toRealPath() + "\n"), run.out);
        assertTrue(run.out.endsWith("<-jar><" + jar + "><--topic><two words><>"), run.out);
    }

    /** What is told to be typed next is what was typed. */
    @Test
    void tellsTheProgramHowItWasCalled() throws Exception {
        Path launcher = project.resolve("tickwing");
        assertTrue(launch("fetch").out.contains("<-Dtickwing.command=" + launcher + ">"));
        Process found = start(Path.of("env"), "PATH=" + project + ":" + System.getenv("PATH"), "tickwing", "fetch");
        assertTrue(finish(found).out.contains("<-Dtickwing.command=tickwing>"));
    }

    @Test
    void isFoundThroughASymbolicLink() throws Exception {
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("tw"), Path.of("..", "a project", "tickwing"));
        assertEquals(7, run(bin.resolve("tw"), "show").code);
    }

    @Test
    void buildsAgainOnlyWhenASourceOfTheProgramIsNewer() throws Exception {
        launch("fetch");
        assertEquals("", launch("fetch").err);

        touch("show");
        assertEquals("", launch("fetch").err);

        touch("library");
        assertEquals("Building Tickwing (its sources have changed) ...\n", launch("fetch").err);
        List<String> builds = Files.readAllLines(project.resolve("builds"));
        assertEquals(2, builds.size(), builds.toString());
        assertTrue(builds.get(1).contains("-pl fetch -am package"), builds.toString());
    }

    /** As the demo does, whose pom.xml names them; those of its profile are for tests. */
    @Test
    void buildsWhatAProgramStarts() throws Exception {
        Files.writeString(
                project.resolve("show/pom.xml"),
                String.join(
                        "\n",
                        "<artifactId>show</artifactId>",
                        "    <artifactId>library</artifactId>",
                        "    <artifactId>broker</artifactId>",
                        "<profiles>",
                        "    <artifactId>fetch</artifactId>",
                        ""));
        launch("show");
        Files.delete(project.resolve("fetch/target/fetch.jar"));
        touch("fetch");
        assertEquals("", launch("show").err);

        Files.delete(project.resolve("broker/target/broker.jar"));
        assertEquals("Building Tickwing (its sources have changed) ...\n", launch("show").err);
        touch("broker");
        assertEquals("Building Tickwing (its sources have changed) ...\n", launch("show").err);
    }

    @Test
    void showsTheEndOfAFailedBuild() throws Exception {
        Files.createFile(project.resolve("broken"));
        Run run = launch("fetch");
        assertEquals(1, run.code);
        assertEquals(
                BUILDING + "BUG in line 3\nThe build failed; "
                        + project.toRealPath().resolve(Path.of("target", "build.log")) + " has all of it.\n",
                run.err);
        assertFalse(Files.exists(project.resolve(Path.of("target", "building"))));
    }

    @Test
    void buildsOnceWhenTwoTerminalsStartAtOnce() throws Exception {
        Process first = start(project.resolve("tickwing"), "fetch");
        Run second = launch("show");
        assertEquals(7, finish(first).code);
        assertEquals(7, second.code);
        assertEquals(1, Files.readAllLines(project.resolve("builds")).size());
    }

    @Test
    void takesOverTheLockOfATerminalThatWasKilled() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path lock = Files.createDirectories(project.resolve(Path.of("target", "building")));
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
        assertEquals(7, launch("fetch").code);
    }

    @Test
    void needsJava17() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Run run = launch("fetch");
        assertEquals(1, run.code);
        assertTrue(run.err.startsWith("Tickwing needs Java 17 or later, but " + jdk), run.err);
        assertEquals(1, run.err.lines().count(), run.err);
    }

    @Test
    void needsACompilerOnlyToBuild() throws Exception {
        launch("fetch");
        Files.delete(jdk.resolve("bin").resolve("javac"));
        assertEquals(7, launch("fetch").code);
        touch("fetch");
        Run run = launch("fetch");
        assertEquals(1, run.code);
        assertTrue(run.err.startsWith("Tickwing has to be built first, which needs a JDK"), run.err);
    }

    @Test
    void usesAnArchiveOfClassesOnlyForTheJavaAndTheJarItWasMadeOf() throws Exception {
        Path target = project.toRealPath().resolve(Path.of("fetch", "target"));
        Path archive = target.resolve("fetch-17.0.9.jsa");
        assertTrue(launch("fetch").out.contains("<-XX:ArchiveClassesAtExit=" + archive + ">"));

        Files.write(archive, new byte[2_000_000]);
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plus(Duration.ofSeconds(1))));
        // What a run with a wrong option leaves behind.
        assertTrue(launch("fetch").out.contains("<-XX:ArchiveClassesAtExit=" + archive + ">"));

        Files.write(archive, new byte[15_000_000]);
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plus(Duration.ofSeconds(1))));
        assertTrue(launch("fetch").out.contains("<-XX:SharedArchiveFile=" + archive + ">"));

        Files.setLastModifiedTime(
                target.resolve("fetch.jar"), FileTime.from(Instant.now().plus(Duration.ofSeconds(2))));
        assertTrue(launch("fetch").out.contains("<-XX:ArchiveClassesAtExit=" + archive + ">"));

        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        String out = launch("fetch").out;
        assertTrue(out.contains("<-XX:ArchiveClassesAtExit=" + target.resolve("fetch-25.0.3.jsa") + ">"), out);
        assertTrue(out.contains(optionsOf("java24")), out);
    }

    /** It would have to be made again by each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"--dry-run", "--help", "--version"})
    void makesNoArchiveOfARunThatLoadsFewClasses(String option) throws Exception {
        assertTrue(launch("fetch", "a", option).out.contains("<-Xshare:auto>"));
        assertTrue(launch("fetch", "a").out.contains("ArchiveClassesAtExit"));
    }

    @Test
    void makesNoArchiveOfClassesWhereJavaHasNoneToBuildOn() throws Exception {
        Files.delete(jdk.resolve("lib/server/classes.jsa"));
        String out = launch("fetch").out;
        assertTrue(out.contains("<-Xshare:auto>"), out);
        assertFalse(out.contains("ArchiveClassesAtExit"), out);
    }

    @Test
    void passesJavasOptionsOnAsTheyAre() throws Exception {
        Files.createFile(temporary.resolve("-Da=bc"));
        options = "-Xmx1g -Da=b*";
        assertTrue(launch("fetch").out.contains("<-Xmx1g><-Da=b*>"));
    }

    @Test
    void startsEachKindOfProgramWithItsOwnOptionsOfJava() throws Exception {
        assertTrue(launch("fetch", "--every", "5s").out.contains(optionsOf("consumer")));
        assertTrue(launch("consumer-x", "--every", "5s").out.contains(optionsOf("window")));
        assertTrue(launch("consumer-x", "--every", "5s", "--once").out.contains(optionsOf("consumer")));
        assertTrue(launch("producer-x", "--once").out.contains(optionsOf("producer")));
        assertTrue(launch("broker").out.contains(optionsOf("broker")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "window", "producer", "broker", "demo"})
    void hasOptionsThatThisJavaTakes(String kind) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path file = LAUNCHER.resolveSibling("launch").resolve(kind + ".args");
        Run run = finish(new ProcessBuilder(java, "@" + file, "-version").start());
        assertEquals(0, run.code, run.err);
        assertFalse(run.err.contains("arning"), run.err);
    }

    private String optionsOf(String kind) {
        return "<@" + project.resolve("launch").resolve(kind + ".args") + ">";
    }

    private record Run(int code, String out, String err) {}

    private Run launch(String... arguments) throws Exception {
        return run(project.resolve("tickwing"), arguments);
    }

    private Run run(Path launcher, String... arguments) throws Exception {
        return finish(start(launcher, arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("TICKWING_JAVA_OPTS", options);
        return builder.start();
    }

    private static Run finish(Process process) throws Exception {
        // A few lines at most, so neither pipe fills up while the other is read.
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, err);
    }

    private void module(String name, String pom) throws IOException {
        Path source = Files.createDirectories(project.resolve(Path.of(name, "src", "main")));
        Files.createDirectories(project.resolve(Path.of(name, "target")));
        Files.createFile(source.resolve("Source.java"));
        Files.writeString(project.resolve(Path.of(name, "pom.xml")), pom.replace("><", ">\n<") + "\n");
    }

    private void touch(String module) throws IOException {
        Path source = project.resolve(Path.of(module, "src", "main", "Source.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofSeconds(1))));
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
