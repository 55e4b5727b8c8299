package tickwing.common.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tickwing.common.error.UserError;

/**
 * Where the suite lies: the jars of its programs, and its sample data.
 *
 * @param home the folder that holds the rooms
 */
public record Installation(Path home) {
    /** How the launcher was called, by the launcher: a program that is started tells the user the same as one that starts it. */
    public static final String LAUNCHER = "tickwing.command";

    /** From this Java on, {@code java24.args} is added. */
    private static final int WITH_MORE_OPTIONS = 24;

    /**
     * The installation that a program's own jar belongs to: it lies at {@code HOME/NAME/target/NAME.jar}, or in a release at
     * {@code HOME/lib/NAME.jar}.
     */
    public static Installation ofJarOf(Class<?> program) {
        try {
            Path folder = Path.of(program.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .getParent();
            boolean released = folder.endsWith("lib");
            return new Installation(
                    released ? folder.getParent() : folder.getParent().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this jar's place is no path", e);
        }
    }

    /**
     * The command line of a program that is one of several, up to its options: with those of Java in {@code launch/broker.args} or
     * {@code launch/demo.args}.
     *
     * @param temporary where it puts temporary files
     * @throws UserError when the program was not built
     */
    public List<String> command(String program, Path temporary) {
        Path jar = jarOf(program);
        if (!Files.isRegularFile(jar)) {
            throw new UserError(jar + " is missing; "
                    + (isReleased()
                            ? "unpack the release again."
                            : "build all programs with './mvnw package -DskipTests'."));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(List.of(java.toString(), options(program.equals("broker") ? "broker" : "demo")));
        if (Runtime.version().feature() >= WITH_MORE_OPTIONS) {
            command.add(options("java24"));
        }
        command.add("-Djava.io.tmpdir=" + temporary);
        String launcher = System.getProperty(LAUNCHER);
        if (launcher != null) {
            command.add("-D" + LAUNCHER + "=" + launcher);
        }
        if (isReleased()) {
            command.addAll(List.of("-cp", home.resolve("lib") + "/*", mainClassOf(program)));
        } else {
            sharedClasses(jar).ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
            command.addAll(List.of("-jar", jar.toString()));
        }
        return command;
    }

    private boolean isReleased() {
        return Files.isDirectory(home.resolve("lib"));
    }

    private Path jarOf(String program) {
        Path folder = isReleased() ? home.resolve("lib") : home.resolve(program).resolve("target");
        return folder.resolve(program + ".jar");
    }

    /** By the list of programs: a line has a name, its main class and what it does. */
    private String mainClassOf(String program) {
        Path list = home.resolve("launch").resolve("programs");
        try {
            return Files.readAllLines(list).stream()
                    .map(line -> line.split(" ", 3))
                    .filter(line -> line[0].equals(program))
                    .findFirst()
                    .orElseThrow(() -> new UserError(list + " does not list " + program + "."))[1];
        } catch (IOException e) {
            throw new UserError(list + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Names a file of Java options to Java. */
    private String options(String name) {
        return "@" + home.resolve("launch").resolve(name + ".args");
    }

    /** Where the launcher puts the archive of classes that a program's first run on this Java has loaded. */
    public static Path sharedClassesOf(Path jar) {
        String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
        String version =
                Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining("."));
        return jar.resolveSibling(name + "-" + version + ".jsa");
    }

    /** That archive, with which the program starts sooner. */
    private static Optional<Path> sharedClasses(Path jar) {
        Path archive = sharedClassesOf(jar);
        try {
            boolean newer = Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
            return newer ? Optional.of(archive) : Optional.empty();
        } catch (IOException e) {
            // None yet.
            return Optional.empty();
        }
    }

    /**
     * A file of the sample data.
     *
     * @param name under {@code data/}
     * @throws UserError when there is no such file
     */
    public Path data(String name) {
        Path file = home.resolve("data").resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " is missing; the sample data comes with the programs.");
        }
        return file;
    }
}
