package tickwing.charts;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.Output;
import tickwing.charts.show.Page;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.file.NotWritten;

/** All that a consumer writes at a refresh. One that cannot be written keeps none of the others from it. */
final class Outputs {
    private final List<Output> outputs;
    private final Theme theme;
    private final PrintWriter standardOutput;
    private final Consumer<String> warn;
    /** Why the newest page is not there, by output. */
    private final Map<Output, NotWritten> failures = new LinkedHashMap<>();
    /** Those that never come back. */
    private final Map<Output, StandardOutputLost> lost = new LinkedHashMap<>();

    /** @param warn takes a sentence for the log: once, until the output is written again or something else is wrong */
    Outputs(List<Output> outputs, Theme theme, PrintWriter standardOutput, Consumer<String> warn) {
        this.outputs = outputs;
        this.theme = theme;
        this.standardOutput = standardOutput;
        this.warn = warn;
    }

    /** How many charts are drawn. */
    int mostCharts() {
        return outputs.stream()
                .filter(output -> !lost.containsKey(output))
                .mapToInt(Output::mostCharts)
                .max()
                .orElse(0);
    }

    /**
     * Writes a page; files that cannot be written now are tried again with the next one.
     *
     * @return what to say of those that were not written, as one phrase; empty when all were
     */
    String write(Page page, String status) {
        for (Output output : outputs) {
            if (!lost.containsKey(output)) {
                write(output, page, status);
            }
        }
        String trouble = failures.values().stream().map(Outputs::tryingAgain).collect(Collectors.joining(" · "));
        return lost.isEmpty() ? trouble : (trouble.isEmpty() ? "" : trouble + " · ") + "standard output takes no more";
    }

    private void write(Output output, Page page, String status) {
        try {
            output.write(page, status, theme, standardOutput);
            failures.remove(output);
        } catch (NotWritten e) {
            NotWritten before = failures.put(output, e);
            if (before == null || !before.phrase().equals(e.phrase())) {
                warn.accept(tryingAgain(e) + ".");
            }
        } catch (StandardOutputLost e) {
            lost.put(output, e);
        }
    }

    private static String tryingAgain(NotWritten e) {
        return e.phrase() + "; trying again at the next refresh";
    }

    /** Whether nothing of what is to be written will ever be read. */
    boolean areLost() {
        return !outputs.isEmpty() && lost.size() == outputs.size();
    }

    /**
     * Says that there is no further refresh.
     *
     * @throws NotWritten when a file is not what it should be
     * @throws StandardOutputLost when standard output is not
     */
    void end() {
        for (RuntimeException failure : failures.values()) {
            throw failure;
        }
        for (RuntimeException failure : lost.values()) {
            throw failure;
        }
    }
}
