package tickwing.benchmark.inner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tickwing.common.bar.BarJson;
import tickwing.common.flight.FlightJson;
import tickwing.common.process.Installation;
import tickwing.common.text.Cells;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/** Nanoseconds a row of the sample flights, or a bar, from one form to the next. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Rows {
    private static final int ROWS = 1_000;
    private static final byte[] BAR = """
            {"Date":"2013-01-02","Open":553.82,"High":555.0,"Low":541.63,"Close":549.03,"Adj Close":78.43,\
            "Volume":20018500,"Label":"AAPL","Interval":"1d"}""".getBytes(UTF_8);

    private byte[] csv;
    private final FlightJson.Reader flights = new FlightJson.Reader();
    private final BarJson.Reader bars = new BarJson.Reader();
    private FlightJson.Writer writer;
    private final List<Cells> cells = new ArrayList<>();
    private final List<byte[]> json = new ArrayList<>();

    @Setup
    public void load() throws IOException {
        Installation home = Installation.ofJarOf(Rows.class);
        List<String> lines = Files.readAllLines(home.data("flights/flights-2014-01.csv"));
        csv = (String.join("\n", lines.subList(0, ROWS + 1)) + "\n").getBytes(UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(csv));
        writer = new FlightJson.Writer(rows.header());
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            Cells good = ((CsvRow.Good) row).cells();
            cells.add(good);
            json.add(writer.write(good).copy());
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void readCsv(Blackhole hole) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(csv));
        rows.header();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            hole.consume(row);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void rowToJson(Blackhole hole) {
        for (Cells row : cells) {
            hole.consume(writer.write(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void jsonToFlight(Blackhole hole) {
        for (byte[] record : json) {
            hole.consume(flights.read(null, record));
        }
    }

    @Benchmark
    public Object jsonToBar() {
        return bars.read(null, BAR);
    }
}
