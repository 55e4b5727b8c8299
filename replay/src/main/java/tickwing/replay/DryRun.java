package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.input.Input;

/** Reads everything, publishes nothing, asks no broker: says what the rows are like. */
final class DryRun {
    private DryRun() {}

    /**
     * Prints an analysis of each input, and writes the report.
     *
     * @return an {@link ExitCode}
     * @throws UserError when an input cannot be read
     */
    static int run(
            List<Input> inputs,
            RowFormat format,
            String topic,
            Optional<Path> report,
            BooleanSupplier stopped,
            PrintWriter out) {
        List<Analysis> analyses = new ArrayList<>();
        Accounts accounts = Accounts.NONE;
        for (Input input : inputs) {
            Analysis analysis = analyse(input, format, stopped);
            analyses.add(analysis);
            AnalysisText.lines(analysis).forEach(out::println);
            out.flush();
            long good = analysis.rows() - analysis.rejected() - analysis.filtered();
            accounts = accounts.plus(new Accounts(analysis.rows(), good, analysis.rejected(), analysis.filtered()));
        }
        Accounts all = accounts;
        report.ifPresent(file -> Report.write(file, topic, all, Map.of(), analyses));
        if (stopped.getAsBoolean()) {
            return ExitCode.INTERRUPTED;
        }
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private static Analysis analyse(Input input, RowFormat format, BooleanSupplier stopped) {
        try (InputStream bytes = input.open()) {
            CsvRows rows = new CsvRows(bytes);
            RowFormat.RowEncoder encoder = format.open(input.toString(), rows, 0);
            Analysis analysis = new Analysis(input.name(), rows.columns(), encoder);
            for (CsvRow row = rows.next(); row != null && !stopped.getAsBoolean(); row = rows.next()) {
                analysis.row(row, outcome(row, encoder));
            }
            return analysis;
        } catch (IOException e) {
            throw new UserError(input + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Outcome outcome(CsvRow row, RowFormat.RowEncoder encoder) {
        if (row instanceof CsvRow.Bad bad) {
            return new Outcome.Rejected(bad.kind(), bad.detail());
        }
        return encoder.encode((CsvRow.Good) row);
    }
}
