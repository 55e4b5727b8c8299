package tickwing.analytics.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.List;
import java.util.stream.Stream;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Study;

/** Compares a study with TA-Lib's Java port where that can be trusted: prices from 1 to 10,000, money flows above 1. */
final class TaLib {
    private static final List<Series> SERIES = List.of(
            Series.stock("IBM", 300),
            Series.stock("GOOG", 1_000),
            Series.walk(21, 1_000, 100, 0.02),
            Series.walk(22, 400, 5, 0.001));

    private TaLib() {}

    /** One of TA-Lib's functions, given a series. */
    @FunctionalInterface
    interface Function {
        RetCode run(Core taLib, int end, Series bars, MInteger begin, MInteger length, double[]... out);
    }

    /** The studies of those texts. */
    static Stream<Study> studies(String... texts) {
        return Stream.of(texts).map(Catalogue.standard()::study);
    }

    /** A study with an output that is TA-Lib's, from the bar on at which TA-Lib's begins; there is none before. */
    static void agrees(Study study, Function function, String... outputs) {
        List<String> names =
                study.indicator().outputs().stream().map(Output::name).toList();
        for (Series series : SERIES) {
            int n = series.bars().size();
            double[][] theirs = new double[outputs.length][n];
            MInteger begin = new MInteger();
            RetCode code = function.run(new Core(), n - 1, series, begin, new MInteger(), theirs);
            assertEquals(RetCode.Success, code);
            double[][] ours = Trials.values(study, Spacing.DAILY, series.bars());
            for (int i = 0; i < outputs.length; i++) {
                int output = names.indexOf(outputs[i]);
                for (int bar = 0; bar < n; bar++) {
                    int at = bar;
                    double expected = bar < begin.value ? Double.NaN : theirs[i][bar - begin.value];
                    assertEquals(
                            expected,
                            ours[bar][output],
                            Trials.tolerance(study, series.bars(), bar, expected),
                            () -> series + ", " + study.columns().get(output) + " at bar " + at);
                }
            }
        }
    }

    static int whole(Study study, int place) {
        return (int) decimal(study, place);
    }

    static double decimal(Study study, int place) {
        return study.arguments().values().get(place);
    }
}
