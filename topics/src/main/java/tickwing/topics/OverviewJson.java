package tickwing.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tickwing.common.kafka.ClusterSurvey.Settings;
import tickwing.replay.PublishedFile;
import tickwing.topics.Overview.FileRow;
import tickwing.topics.Overview.GroupRow;
import tickwing.topics.Overview.TopicRow;

/** An overview for programs: an object a line, which says in {@code kind} what it is; null is what is not known. */
final class OverviewJson {
    private static final JsonFactory JSON = new JsonFactory();

    @FunctionalInterface
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private OverviewJson() {}

    static List<String> lines(Overview overview) {
        List<String> lines = new ArrayList<>();
        overview.topics().forEach(row -> lines.add(line("topic", json -> topic(row, json))));
        overview.groups().forEach(row -> lines.add(line("group", json -> group(row, json))));
        overview.files().forEach(row -> lines.add(line("file", json -> file(row, json))));
        return lines;
    }

    private static String line(String kind, Members members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("kind", kind);
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void topic(TopicRow row, JsonGenerator json) throws IOException {
        json.writeStringField("topic", row.topic());
        json.writeNumberField("partitions", row.partitions());
        json.writeNumberField("replicas", row.replicas());
        number("offsets", row.offsets(), json);
        number("records", row.records(), json);
        OptionalLong none = OptionalLong.empty();
        number(
                "retention_ms",
                row.settings().map(s -> OptionalLong.of(s.retentionMillis())).orElse(none),
                json);
        number(
                "retention_bytes",
                row.settings().map(s -> OptionalLong.of(s.retentionBytes())).orElse(none),
                json);
        json.writeStringField("cleanup", row.settings().map(Settings::cleanup).orElse(null));
    }

    private static void group(GroupRow row, JsonGenerator json) throws IOException {
        json.writeStringField("group", row.group());
        json.writeStringField("topic", row.topic().isEmpty() ? null : row.topic());
        json.writeStringField("state", row.state());
        json.writeNumberField("members", row.members());
        number("lag", row.lag(), json);
    }

    private static void file(FileRow row, JsonGenerator json) throws IOException {
        PublishedFile file = row.file();
        json.writeStringField("file", file.file());
        json.writeStringField("folder", file.folder().isEmpty() ? null : file.folder());
        json.writeStringField("topic", row.topic());
        json.writeStringField("program", file.program());
        json.writeNumberField("copy", file.copy());
        json.writeNumberField("rows", file.read());
        json.writeNumberField("published", file.published());
        json.writeNumberField("rejected", file.rejected());
        json.writeNumberField("left_out", file.leftOut());
        json.writeBooleanField("complete", file.complete());
    }

    private static void number(String name, OptionalLong number, JsonGenerator json) throws IOException {
        if (number.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number.getAsLong());
        }
    }
}
