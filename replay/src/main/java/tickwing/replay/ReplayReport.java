package tickwing.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickwing.common.file.NotWritten;
import tickwing.common.file.WholeFile;

/** The analyses and accounts of a run as JSON, for machines. */
final class ReplayReport {
    /**
     * The figures of a run, all inputs together.
     *
     * @param dryRun whether rows were read only
     * @param broker where rows went, as {@code host:port,...}; empty for a dry run
     * @param ended not before it started
     * @param readNanos how long rows were read and published, without the time that it took to get there
     * @param partitions published rows by partition; empty for a dry run
     */
    record Figures(
            boolean dryRun,
            String topic,
            Optional<String> broker,
            Instant started,
            Instant ended,
            long readNanos,
            Accounts accounts,
            Map<Integer, Long> partitions) {}

    private ReplayReport() {}

    /**
     * Writes the file anew.
     *
     * @throws NotWritten when it cannot be written
     */
    static void write(Path file, Figures figures, List<Analysis> analyses) {
        try {
            WholeFile.write(file, out -> write(out, figures, analyses));
        } catch (IOException e) {
            throw new NotWritten(file, e);
        }
    }

    private static void write(OutputStream out, Figures figures, List<Analysis> analyses) throws IOException {
        Accounts accounts = figures.accounts();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("topic", figures.topic());
            json.writeBooleanField("dry_run", figures.dryRun());
            if (figures.broker().isPresent()) {
                json.writeStringField("broker", figures.broker().get());
            }
            Instant started = figures.started().truncatedTo(ChronoUnit.MILLIS);
            Instant ended = figures.ended().truncatedTo(ChronoUnit.MILLIS);
            json.writeStringField("started", started.toString());
            json.writeStringField("ended", ended.toString());
            json.writeNumberField("seconds", Duration.between(started, ended).toMillis() / 1e3);
            json.writeNumberField("read", accounts.read());
            json.writeNumberField(figures.dryRun() ? "would_publish" : "published", accounts.published());
            json.writeNumberField("rejected", accounts.rejected());
            json.writeNumberField("filtered", accounts.filtered());
            json.writeNumberField("rows_per_second", rate(accounts.read(), figures.readNanos()));
            json.writeObjectFieldStart("rows_by_partition");
            for (Map.Entry<Integer, Long> partition : figures.partitions().entrySet()) {
                json.writeNumberField(partition.getKey().toString(), partition.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("inputs");
            for (Analysis analysis : analyses) {
                write(json, analysis);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Analysis a) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", a.name());
        json.writeStringField("layout", a.layout());
        for (Fact fact : a.facts()) {
            if (!fact.name().equals("layout")) {
                json.writeStringField(fact.name(), fact.value());
            }
        }
        json.writeNumberField("rows", a.rows());
        if (!a.groups().isEmpty()) {
            json.writeStringField("first_date", AnalysisText.date(a.first()).toString());
            json.writeStringField("last_date", AnalysisText.date(a.last()).toString());
        }
        json.writeNumberField("rejected", a.rejected());
        json.writeNumberField("filtered", a.filtered());
        if (a.duplicates().isPresent()) {
            json.writeNumberField("duplicates", a.duplicates().getAsLong());
        } else {
            json.writeNullField("duplicates");
        }
        json.writeNumberField("out_of_order", a.outOfOrder());
        json.writeObjectFieldStart(a.groupsName());
        for (Map.Entry<String, Long> group : a.groups().entrySet()) {
            json.writeNumberField(group.getKey(), group.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("missing");
        for (int i = 0; i < a.columns().size(); i++) {
            json.writeNumberField(a.columns().get(i), a.missing(i));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("rejections");
        for (Map.Entry<String, Analysis.Rejections> kind : a.rejections().entrySet()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.getKey());
            json.writeNumberField("rows", kind.getValue().count());
            json.writeArrayFieldStart("first");
            for (String example : kind.getValue().first()) {
                json.writeString(example);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remarks");
        for (String remark : a.remarks()) {
            json.writeString(remark);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** To a tenth. */
    private static double rate(long rows, long nanos) {
        return rows == 0 ? 0 : Math.round(rows / Math.max(nanos / 1e9, 1e-9) * 10) / 10.0;
    }
}
