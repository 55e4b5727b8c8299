package tickwing.analytics.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Study;

/** What every indicator of the catalogue keeps to, with usual, least and small arguments. */
class CatalogueContractTest {
    private static final Set<String> OF_VOLUME = Set.of("obv", "pvt", "vwap", "mfi", "volume");
    private static final Series WALK = Series.walk(1, 160, 50, 0.02);
    private static final List<Series> ODD = Series.odd();

    static Stream<Study> studies() {
        return Trials.studies();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void hasNoValueWhileItWarmsUpAndAlwaysOneAfterThat(Study study) {
        List<Output> outputs = study.indicator().outputs();
        for (Spacing spacing : Trials.spacings(study)) {
            double[][] values = Trials.values(study, spacing, WALK.bars());
            for (int bar = 0; bar < values.length; bar++) {
                for (int i = 0; i < outputs.size(); i++) {
                    boolean warm = bar >= outputs.get(i).warmUp(study.arguments());
                    if (warm == Double.isNaN(values[bar][i])) {
                        fail(study.columns().get(i) + " at bar " + bar + ": " + values[bar][i]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void givesFiniteValuesForFiniteBars(Study study) {
        int outputs = Trials.outputs(study);
        List<Spacing> spacings = Trials.spacings(study);
        for (Series series : ODD) {
            boolean unknown =
                    OF_VOLUME.contains(study.indicator().id()) && series.name().contains("unknown");
            for (Spacing spacing : unknown ? List.<Spacing>of() : spacings) {
                double[][] values = Trials.values(study, spacing, series.bars());
                for (int bar = study.warmUp(); bar < values.length; bar++) {
                    for (int i = 0; i < outputs; i++) {
                        if (!Double.isFinite(values[bar][i])) {
                            fail(series + ", " + study.columns().get(i) + " at bar " + bar + ": " + values[bar][i]);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void agreesWithItsDefinitionWrittenAsPlainLoops(Study study) {
        for (Spacing spacing : Trials.spacings(study)) {
            // Plain loops over all the past take long: every third bar of the odd series will do.
            for (Series series : ODD) {
                agreesWithItsDefinition(study, spacing, series, 3);
            }
            agreesWithItsDefinition(study, spacing, WALK, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void isTheSameFromTheMiddleOfASeriesOnOnceItsWindowIsFull(Study study) {
        study.indicator().window(study.arguments()).ifPresent(window -> {
            List<Candle> bars = WALK.bars();
            double[][] all = Trials.values(study, Spacing.DAILY, bars);
            for (int start = 1; start < bars.size() - window; start += 7) {
                double[][] rest = Trials.values(study, Spacing.DAILY, bars.subList(start, bars.size()));
                for (int bar = start + window - 1; bar < bars.size(); bar++) {
                    double tolerance = Trials.tolerance(study, bars, bar, all[bar][0]);
                    assertArrayEquals(all[bar], rest[bar - start], tolerance, "from " + start + ", bar " + bar);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("studies")
    void sharesNothingWithACalculationOfTheSameStudy(Study study) {
        double[][] alone = Trials.values(study, Spacing.DAILY, WALK.bars());
        Calculation one = study.start(Spacing.DAILY);
        Calculation other = study.start(Spacing.DAILY);
        double[] values = new double[Trials.outputs(study)];
        for (int bar = 0; bar < alone.length; bar++) {
            one.update(WALK.bars().get(bar), values);
            assertArrayEquals(alone[bar], values, "bar " + bar);
            other.update(ODD.get(0).bars().get(bar), values);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void peeksAtWhatAnUpdateWouldGiveAndLeavesNoTrace(Study study) {
        for (Spacing spacing : Trials.spacings(study)) {
            double[][] without = Trials.values(study, spacing, WALK.bars());
            Calculation calculation = study.start(spacing);
            double[] values = new double[Trials.outputs(study)];
            double[] again = new double[Trials.outputs(study)];
            for (int bar = 0; bar < without.length; bar++) {
                List<Double> before = Trials.saved(calculation);
                calculation.peek(ODD.get(ODD.size() - 1).bars().get(bar), values);
                calculation.peek(WALK.bars().get(bar), values);
                calculation.peek(WALK.bars().get(bar), again);
                assertEquals(before, Trials.saved(calculation), "bar " + bar);
                assertArrayEquals(without[bar], values, "bar " + bar);
                assertArrayEquals(without[bar], again, "bar " + bar);
                calculation.update(WALK.bars().get(bar), values);
                assertArrayEquals(without[bar], values, "bar " + bar);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void goesOnToTheLastBitFromWhatWasSavedAtAnyBar(Study study) {
        for (Spacing spacing : Trials.spacings(study)) {
            List<Candle> bars = WALK.bars();
            double[][] all = Trials.values(study, spacing, bars);
            Calculation calculation = study.start(spacing);
            double[] values = new double[Trials.outputs(study)];
            Calculation used = study.start(spacing);
            for (int bar = 0; bar < bars.size(); bar++) {
                List<Double> state = Trials.saved(calculation);
                assertEquals(Trials.saved(used).size(), state.size(), "values saved at bar " + bar);
                Trials.restore(used, state);
                // A step from every bar, and the whole way from some.
                int end = bar % 50 == 49 ? bars.size() : bar + 1;
                for (int next = bar; next < end; next++) {
                    used.update(bars.get(next), values);
                    assertArrayEquals(all[next], values, "saved at bar " + bar + ", bar " + next);
                }
                calculation.update(bars.get(bar), values);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void makesNoObjectsForABar(Study study) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Calculation calculation = study.start(Spacing.DAILY);
        double[] values = new double[Trials.outputs(study)];
        List<Candle> bars = WALK.bars();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int bar = 0; bar < bars.size(); bar++) {
                calculation.update(bars.get(bar), values);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < bars.size(), least + " bytes for " + bars.size() + " bars");
    }

    private static void agreesWithItsDefinition(Study study, Spacing spacing, Series series, int stride) {
        List<Candle> bars = series.bars();
        List<String> columns = study.columns();
        double[][] values = Trials.values(study, spacing, bars);
        for (int bar = 0; bar < values.length; bar += stride) {
            Past past = new Past(bars.subList(0, bar + 1), study.arguments(), spacing);
            double[] expected = Definitions.at(past, study);
            for (int i = 0; i < expected.length; i++) {
                String column = columns.get(i);
                double tolerance = Trials.tolerance(study, bars, bar, expected[i]);
                assertEquals(
                        expected[i],
                        values[bar][i],
                        tolerance,
                        () -> series + ", " + column + " at bar " + (past.size() - 1));
            }
        }
    }
}
