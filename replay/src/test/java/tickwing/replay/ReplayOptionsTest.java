package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.common.kafka.ClientSettings;

class ReplayOptionsTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Command(name = "trial")
    private static final class Trial implements Callable<Integer> {
        @Mixin
        private RunOptions run;

        @Mixin
        private ReplayOptions replay;

        private ReplayConfig config;

        @Override
        public Integer call() {
            config = replay.config(run, ClientSettings.of("localhost:1"), "trial", "t", "--some", System.in);
            return ExitCode.DONE;
        }
    }

    private Trial parse(int code, String line) throws Exception {
        String file = Files.writeString(folder.resolve("f.csv"), "A\n").toString();
        Trial trial = new Trial();
        int ended = Program.run(
                trial,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                line.replace("FILE", file).split(" "));
        assertEquals(code, ended, err.toString());
        return trial;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--num-records 0 FILE | --num-records must be at least 1, was 0.",
                "--partitions 0 FILE | --partitions must be at least 1, was 0.",
                "--replication-factor 0 FILE | --replication-factor must be at least 1, was 0.",
                "--follow --again FILE | --follow does not go with --again, --loop and --dry-run.",
                "--follow --dry-run FILE | --follow does not go with --again, --loop and --dry-run.",
                "--follow FILE FILE | --follow takes one FILE, and no pipe; start the program once for each file.",
                "--follow - | --follow takes one FILE, and no pipe; start the program once for each file.",
                "--from 2015-02-01 --to 2015-01-01 FILE | --from 2015-02-01 is after --to 2015-01-01.",
                "--speed 2 --throughput 3 FILE | --throughput and --speed are two ways to set the pace; choose one.",
                "--quiet | No FILE is named; expected CSV files, or - for standard input.",
            })
    void refusesWhatMakesNoReplay(String line, String sentence) throws Exception {
        parse(ExitCode.USAGE, line);
        assertTrue(err.toString().startsWith(sentence + "\n"), err.toString());
    }

    @Test
    void addsUpToAConfigurationOfWhatIsToBeDone() throws Exception {
        ReplayConfig config = parse(
                        ExitCode.DONE, "--loop --from 2015-01-01 --key K --num-records 5 --partitions 7 --quiet FILE -")
                .config;
        assertEquals(
                List.of("f.csv", "-"),
                config.inputs().stream().map(i -> i.name()).toList());
        assertEquals(ResumePoint.Repeat.FOREVER, config.repeat());
        assertEquals("--some --from 2015-01-01 --loop --key K", config.selection());
        assertEquals(5, config.maxRecords());
        assertEquals(7, config.newTopic().partitions());
        assertEquals(Progress.Style.NONE, config.monitoring().progress());
    }
}
