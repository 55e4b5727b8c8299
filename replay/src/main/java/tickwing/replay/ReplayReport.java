package tickwing.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tickwing.common.file.NotWritten;
import tickwing.common.file.WholeFile;

/** The analyses and accounts of a run as JSON, for machines. */
final class ReplayReport {
    private ReplayReport() {}

    /**
     * Writes the file anew.
     *
     * @param accounts of this run, all inputs together
     * @param partitions published rows by partition; empty for a dry run
     * @throws NotWritten when it cannot be written
     */
    static void write(
            Path file, String topic, Accounts accounts, Map<Integer, Long> partitions, List<Analysis> analyses) {
        try {
            WholeFile.write(file, out -> write(out, topic, accounts, partitions, analyses));
        } catch (IOException e) {
            throw new NotWritten(file, e);
        }
    }

    private static void write(
            OutputStream out, String topic, Accounts accounts, Map<Integer, Long> partitions, List<Analysis> analyses)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("topic", topic);
            json.writeBooleanField("dry_run", partitions.isEmpty() && accounts.published() > 0);
            json.writeNumberField("read", accounts.read());
            json.writeNumberField("published", accounts.published());
            json.writeNumberField("rejected", accounts.rejected());
            json.writeNumberField("filtered", accounts.filtered());
            json.writeObjectFieldStart("rows_by_partition");
            for (Map.Entry<Integer, Long> partition : partitions.entrySet()) {
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
        json.writeNumberField("duplicates", a.duplicates());
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
        json.writeEndObject();
    }
}
