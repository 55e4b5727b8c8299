package tickwing.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.text.Printable;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.input.BrokenFile;
import tickwing.replay.input.Input;
import tickwing.replay.input.Unreadable;

/** Reads everything, publishes nothing, asks no broker: says what the rows are like. */
final class DryRun {
    private static final Logger log = LoggerFactory.getLogger(DryRun.class);

    private DryRun() {}

    /**
     * Prints an analysis of each input, and writes the report. Ends early when neither is read by anybody.
     *
     * @return an {@link ExitCode}
     * @throws tickwing.common.error.UserError when an input cannot be read
     */
    static int run(
            List<Input> inputs,
            RowFormat format,
            String topic,
            Optional<Path> report,
            BooleanSupplier stopped,
            PrintWriter out) {
        List<Analysis> analyses = new ArrayList<>();
        NanoClock time = NanoClock.REAL;
        Instant started = time.instant();
        long start = time.nanos();
        Accounts accounts = Accounts.NONE;
        for (Input input : inputs) {
            Analysis analysis = analyse(input, format, stopped);
            analyses.add(analysis);
            AnalysisText.lines(analysis).forEach(out::println);
            if (out.checkError() && report.isEmpty()) {
                throw new StandardOutputLost();
            }
            long good = analysis.rows() - analysis.rejected() - analysis.filtered();
            accounts = accounts.plus(new Accounts(analysis.rows(), good, analysis.rejected(), analysis.filtered()));
        }
        ReplayReport.Figures figures = new ReplayReport.Figures(
                true, topic, Optional.empty(), started, time.instant(), time.nanos() - start, accounts, Map.of());
        report.ifPresent(file -> ReplayReport.write(file, figures, analyses));
        if (stopped.getAsBoolean()) {
            return ExitCode.INTERRUPTED;
        }
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private static Analysis analyse(Input input, RowFormat format, BooleanSupplier stopped) {
        try (OpenInput source = input.isFile()
                ? OpenInput.ofFile(input, input.size(), format, OpenInput.Use.PLAIN)
                : OpenInput.ofStream(input, input.open(), format, OpenInput.Use.PLAIN)) {
            Analysis analysis = new Analysis(input.name(), source);
            CsvRows rows = source.rows();
            try {
                for (CsvRow row = rows.next(); row != null && !stopped.getAsBoolean(); row = rows.next()) {
                    analysis.row(row, source.outcome(row));
                }
            } catch (BrokenFile e) {
                throw e.afterRow(analysis.rows());
            }
            if (analysis.rows() == 0) {
                log.warn("{} has a header and no rows.", Printable.of(input.toString()));
            }
            source.encoder().remarks().forEach(remark -> log.warn("{}", Printable.of(remark)));
            return analysis;
        } catch (IOException e) {
            throw new Unreadable(input.toString(), e);
        }
    }
}
