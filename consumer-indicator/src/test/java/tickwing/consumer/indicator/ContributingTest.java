package tickwing.consumer.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.charts.stock.Shown;
import tickwing.common.cli.Program;

/** What CONTRIBUTING.md tells people to write: an indicator is its class and a line on the list, and is then everywhere. */
class ContributingTest {
    private static final Path PAGE = Path.of("..", "CONTRIBUTING.md");

    @TempDir
    private static Path classes;

    private static Catalogue catalogue;

    @BeforeAll
    static void addTheExample() throws Exception {
        String page = Files.readString(PAGE);
        String begin = "```java\n";
        int start = page.indexOf(begin) + begin.length();
        compile(page.substring(start, page.indexOf("```", start)));
        List<Indicator> indicators = new ArrayList<>(Catalogue.standard().indicators());
        indicators.add(example());
        catalogue = new Catalogue(indicators);
    }

    private static void compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-Xlint:all,-processing",
                "-classpath",
                System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(new Source(source)))
                .call();
        assertEquals(List.of(), diagnostics.getDiagnostics());
    }

    /** Loads the example beside the classes of the catalogue, as if it had been built with them. */
    private static Indicator example() throws Exception {
        MethodHandles.Lookup catalogues = MethodHandles.privateLookupIn(Catalogue.class, MethodHandles.lookup());
        Class<?> indicator = null;
        try (Stream<Path> files =
                Files.walk(classes).filter(Files::isRegularFile).sorted()) {
            // A class's name comes before those of the classes in it, or after: either is found when it is needed.
            for (Path file : files.toList()) {
                Class<?> defined = catalogues.defineClass(Files.readAllBytes(file));
                indicator = Indicator.class.isAssignableFrom(defined) ? defined : indicator;
            }
        }
        var constructor = catalogues.findConstructor(indicator, MethodType.methodType(void.class));
        try {
            return (Indicator) constructor.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static int run(StringWriter out, String... args) {
        return Program.run(
                new ConsumerIndicator(catalogue), new PrintWriter(out, true), new PrintWriter(System.err, true), args);
    }

    @Test
    void theExampleStandsInTheHelp() {
        StringWriter help = new StringWriter();
        assertEquals(0, run(help, "--help"));
        String ids = help.toString().replaceAll("\\s+", " ");
        assertTrue(ids.contains("volatility, momentum."), ids);
    }

    @Test
    void theExampleStandsInTheList() {
        StringWriter list = new StringWriter();
        assertEquals(0, run(list, "--list"));
        assertTrue(
                list.toString()
                        .contains(
                                "momentum    Momentum\n            period=10, a whole number from 1 to 10000 bars\n            columns momentum_10\n"),
                list.toString());
    }

    @Test
    void theExampleStandsInTheTableAndInThePicture() throws IOException {
        Shown shown = Shown.of(ConsumerIndicator.studies(catalogue, "momentum:3"), 1, 2, 4, 8, 16);
        assertEquals(
                "symbol,time,close,momentum_3\nA,1970-01-01,1.0,\nA,1970-01-02,2.0,\nA,1970-01-03,4.0,\n"
                        + "A,1970-01-04,8.0,7.0\nA,1970-01-05,16.0,14.0\n",
                shown.table());
        String picture = shown.picture(classes.resolve("momentum.svg"));
        assertTrue(picture.contains("Momentum 3"), picture);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Momentum.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
