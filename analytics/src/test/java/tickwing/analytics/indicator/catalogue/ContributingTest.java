package tickwing.analytics.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md tells people to write. */
class ContributingTest {
    private static final Path PAGE = Path.of("..", "CONTRIBUTING.md");

    @TempDir
    private Path classes;

    @Test
    void showsAnIndicatorInUnderEightyLinesThatCompiles() throws IOException {
        String page = Files.readString(PAGE);
        String begin = "```java\n";
        int start = page.indexOf(begin) + begin.length();
        String example = page.substring(start, page.indexOf("```", start));
        assertTrue(example.lines().count() < 80, example);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-Xlint:all,-processing",
                "-classpath",
                System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(new Source(example)))
                .call();
        assertEquals(List.of(), diagnostics.getDiagnostics());
        assertTrue(Files.exists(
                classes.resolve(Path.of("tickwing", "analytics", "indicator", "catalogue", "Momentum.class"))));
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
