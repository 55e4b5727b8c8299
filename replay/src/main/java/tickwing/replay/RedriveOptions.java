package tickwing.replay;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;
import tickwing.common.text.CsvCell;

/** Rows that were rejected, on their way back: the same words for every program that publishes files. */
@Section("Publishing")
public final class RedriveOptions {
    @Option(
            names = "--redrive",
            order = 26,
            description =
                    "With --dry-run, list the dead letters that wait, as CSV: file,line,error,raw. Without, publish"
                            + " those that come back on standard input: that table with raw corrected, or file,line, then the"
                            + " columns of the file.")
    private boolean redrive;

    /** Whether dead letters are what the program is started for. */
    public boolean isAskedFor() {
        return redrive;
    }

    /**
     * Lists dead letters, or publishes those that are corrected.
     *
     * @param replay how the rows of files are read
     * @param program names the transactions
     * @param topic where corrected rows go; its dead letters are on {@code TOPIC.dlq}
     * @param format what they become; reads every header
     * @param header the columns of dead letters that do not say what their file's are; empty when nobody knows
     * @param out takes the list, or a summary
     * @return the program's exit code
     */
    public int run(
            ReplayOptions replay,
            RunOptions run,
            ClientSettings settings,
            String program,
            String topic,
            RowFormat format,
            Optional<List<String>> header,
            InputStream standardInput,
            PrintWriter out) {
        replay.refuseWithRedrive();
        run.refuseWithRedrive();
        Redrive redriving = new Redrive(settings, program, TopicName.check(topic), out);
        return replay.isDryRun()
                ? redriving.list()
                : redriving.publish(
                        standardInput, new Correction.How(format, header.map(CsvCell::quoted), replay.keyColumn()));
    }
}
