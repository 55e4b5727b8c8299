package tickwing.producer.flight;

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
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.common.error.UserError;
import tickwing.common.flight.FlightHeaders;
import tickwing.common.flight.FlightJson;
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

/** Reads flight files as a dry run does it, a look before the first row included; keeps what consumers make of the records. */
final class DryReading {
    /**
     * What became of a file.
     *
     * @param code the exit code; -1 where the run was refused or stopped
     * @param flights date and airline, as a consumer reads them
     * @param out what the dry run prints
     * @param error why it was refused or stopped; empty where it was not
     */
    record Read(int code, List<String> flights, String out, String error) {}

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

        @Option(names = "--zone")
        private String zone;
    }

    private final Path folder;
    private final Options options = new Options();
    /** Made once: that takes longer than reading a file. */
    private final CommandLine command = new CommandLine(options);

    DryReading(Path folder) {
        this.folder = folder;
    }

    Read file(byte[] content, String... args) {
        Path file = folder.resolve("flights.csv");
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--dry-run", file.toString()));
        command.parseArgs(line.toArray(String[]::new));
        Reading said = options.reading.reading();
        said = options.zone == null ? said : said.with(FlightRows.ZONE, options.zone);
        Optional<List<String>> header = Optional.ofNullable(options.header).flatMap(FlightHeaders::of);
        Recorded format = new Recorded(new FlightRows(said, header, day -> true, Set.of()), new ArrayList<>());
        StringWriter out = new StringWriter();
        try {
            Files.write(file, content);
            int code = Replay.run(
                    options.replay.config(
                            options.run, ClientSettings.of("localhost:1"), "p", "t", "", InputStream.nullInputStream()),
                    format,
                    new PrintWriter(out),
                    new PrintWriter(out));
            return new Read(code, format.flights(), out.toString(), "");
        } catch (UserError e) {
            return new Read(-1, format.flights(), out.toString(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A format whose records are read by a consumer. */
    private record Recorded(RowFormat format, List<String> flights) implements RowFormat {
        @Override
        public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
            flights.clear();
            return new Recording(format.open(name, rows, shiftDays), new FlightJson.Reader(), flights);
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
            return new Recorded(format.with(reading), flights);
        }

        @Override
        public Settling settling(String name, CsvRows rows) throws IOException {
            return format.settling(name, rows);
        }
    }

    private record Recording(RowFormat.RowEncoder encoder, FlightJson.Reader reader, List<String> flights)
            implements RowFormat.RowEncoder {
        @Override
        public Outcome encode(CsvRow.Good row) {
            Outcome outcome = encoder.encode(row);
            if (outcome instanceof Outcome.Publish publish) {
                reader.read(publish.key(), publish.value().copy()).forEach(flight -> flights.add(flight.toString()));
            }
            return outcome;
        }
    }
}
