package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.NANOSECONDS;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.inner.Indicators;
import tickwing.common.error.UserError;

/** The indicators' update, bar by bar, beside TA-Lib's loop over all bars at once; by JMH, in a virtual machine each. */
public final class IndicatorUpdates implements Section {
    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public void round(Lab lab, Results results, int round) {
        Options options = new OptionsBuilder()
                .include(Indicators.class.getName() + "\\.")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(300))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> all = new Runner(options).run();
            for (RunResult result : all) {
                String period = result.getParams().getParam("period");
                String method = result.getPrimaryResult().getLabel();
                results.add(
                        method + " of " + period + ", a bar",
                        NANOSECONDS,
                        result.getPrimaryResult().getScore(),
                        Double.NaN);
            }
        } catch (RunnerException e) {
            throw new UserError("JMH cannot measure: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void compare(Results results) {
        results.ratio("BollingerBands.update / TA-Lib", "bollinger of 20, a bar", "bollingerTaLib of 20, a bar", 2, 1);
        results.ratio("Aroon.update / TA-Lib", "aroon of 25, a bar", "aroonTaLib of 25, a bar", 2, 1);
        results.ratio("Aroon.update, period 250 / 25", "aroon of 250, a bar", "aroon of 25, a bar", 1.5, 1.1);
    }
}
