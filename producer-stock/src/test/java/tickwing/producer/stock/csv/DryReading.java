package tickwing.producer.stock.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.replay.Outcome;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.Replay;
import tickwing.replay.ReplayOptions;
import tickwing.replay.RowFormat;
import tickwing.replay.RunOptions;
import tickwing.replay.Settling;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/** Reads bar files as a dry run does it, a look before the first row included, and keeps what would be published. */
final class DryReading {
    /**
     * What became of a file.
     *
     * @param code the exit code; -1 where the run was refused or stopped
     * @param bars values of records, in the order of the rows
     * @param out what the dry run prints
     * @param error why it was refused or stopped; empty where it was not
     */
    record Read(int code, List<JsonNode> bars, String out, String error) {}

    /** A command line of nothing but what reading takes. */
    @Command
    private static final class Options {
        @Mixin
        private RunOptions run;

        @Mixin
        private ReplayOptions replay;

        @Mixin
        private ReadingOptions reading;

        @Option(names = "--header")
        private String header;

        @Option(names = "--interval")
        private String interval;

        @Option(names = "--zone")
        private String zone;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Options options = new Options();
    /** Made once: that takes longer than reading a file. */
    private final CommandLine command = new CommandLine(options);

    DryReading(Path folder) {
        this.folder = folder;
    }

    /** Reads a file. */
    Read file(String name, byte[] content, String... options) {
        Path file = folder.resolve(name);
        try {
            Files.write(file, content);
            try {
                return read(file.toString(), InputStream.nullInputStream(), options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads standard input. */
    Read stream(byte[] content, String... options) {
        return read("-", new ByteArrayInputStream(content), options);
    }

    private Read read(String file, InputStream in, String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--dry-run", "--", file));
        command.parseArgs(line.toArray(String[]::new));
        Reading said = options.reading.reading();
        said = said.with(BarRows.ZONE, options.zone == null ? "Z" : options.zone);
        said = options.interval == null ? said : said.with(BarRows.INTERVAL, options.interval);
        Optional<List<String>> header = Optional.ofNullable(options.header)
                .map(text -> BarLayout.header(text).orElseThrow());
        Recorded format = new Recorded(new BarRows(said, header, day -> true, java.util.Set.of()), new ArrayList<>());
        StringWriter out = new StringWriter();
        try {
            int code = Replay.run(
                    options.replay.config(options.run, ClientSettings.of("localhost:1"), "p", "t", "", in),
                    format,
                    new PrintWriter(out),
                    new PrintWriter(out));
            return new Read(code, format.bars(), out.toString(), "");
        } catch (UserError e) {
            return new Read(-1, format.bars(), out.toString(), e.getMessage());
        }
    }

    /** A format whose records are kept. */
    private record Recorded(RowFormat format, List<JsonNode> bars) implements RowFormat {
        @Override
        public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
            bars.clear();
            return new Recording(format.open(name, rows, shiftDays), bars);
        }

        @Override
        public boolean knows(String column) {
            return format.knows(column);
        }

        @Override
        public Reading reading() {
            return format.reading();
        }

        @Override
        public RowFormat with(Reading reading) {
            return new Recorded(format.with(reading), bars);
        }

        @Override
        public Settling settling(String name, CsvRows rows) throws IOException {
            return format.settling(name, rows);
        }
    }

    private record Recording(RowFormat.RowEncoder encoder, List<JsonNode> bars) implements RowFormat.RowEncoder {
        @Override
        public Outcome encode(CsvRow.Good row) {
            Outcome outcome = encoder.encode(row);
            if (outcome instanceof Outcome.Publish publish) {
                bars.add(parsed(publish));
            }
            return outcome;
        }

        private static JsonNode parsed(Outcome.Publish publish) {
            try {
                JsonNode bar = JSON.readTree(publish.value().copy());
                if (!bar.get("Label").asText().equals(new String(publish.key(), UTF_8))) {
                    throw new AssertionError("key and label differ: " + bar);
                }
                return bar;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String layout() {
            return encoder.layout();
        }

        @Override
        public String options() {
            return encoder.options();
        }

        @Override
        public String name() {
            return encoder.name();
        }
    }
}
