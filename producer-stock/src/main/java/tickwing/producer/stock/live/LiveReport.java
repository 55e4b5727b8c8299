package tickwing.producer.stock.live;

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
import tickwing.common.file.NotWritten;
import tickwing.common.file.WholeFile;
import tickwing.producer.stock.link.Link;

/** The figures of a live run as JSON, for machines. */
final class LiveReport {
    /**
     * Which run it was.
     *
     * @param broker where records went, as {@code host:port,...}
     * @param ended not before it started
     */
    record About(String topic, String broker, String source, Instant started, Instant ended) {}

    private LiveReport() {}

    /** @throws NotWritten when the file cannot be written */
    static void write(Path file, About about, LiveCounts counts, List<Link.Account> links) {
        try {
            WholeFile.write(file, out -> write(out, about, counts, links));
        } catch (IOException e) {
            throw new NotWritten(file, e);
        }
    }

    private static void write(OutputStream out, About about, LiveCounts counts, List<Link.Account> links)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("topic", about.topic());
            json.writeStringField("source", about.source());
            json.writeStringField("broker", about.broker());
            Instant started = about.started().truncatedTo(ChronoUnit.MILLIS);
            Instant ended = about.ended().truncatedTo(ChronoUnit.MILLIS);
            json.writeStringField("started", started.toString());
            json.writeStringField("ended", ended.toString());
            json.writeNumberField("seconds", Duration.between(started, ended).toMillis() / 1000.0);
            write(json, counts.all());
            json.writeArrayFieldStart("lines");
            for (Link.Account link : links) {
                write(json, link);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("symbols");
            for (Map.Entry<String, LiveCounts.OfSymbol> symbol :
                    counts.bySymbol().entrySet()) {
                json.writeObjectFieldStart(symbol.getKey());
                write(json, symbol.getValue());
                json.writeStringField("currency", symbol.getValue().currency());
                json.writeStringField("last_quote", symbol.getValue().lastQuote());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, LiveCounts.OfSymbol counts) throws IOException {
        json.writeNumberField("history_published", counts.history());
        json.writeNumberField("history_on_topic", counts.known());
        json.writeNumberField("quotes_published", counts.quotes());
        json.writeNumberField("quotes_unchanged", counts.unchanged());
        json.writeNumberField("bars_finished", counts.finished());
    }

    private static void write(JsonGenerator json, Link.Account link) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", link.name());
        json.writeNumberField("calls", link.calls());
        json.writeNumberField("drops", link.drops());
        json.writeNumberField("throttled", link.throttled());
        json.writeNumberField("unknown_symbol", link.unknown());
        json.writeNumberField("gap_seconds", link.gap().toMillis() / 1000.0);
        json.writeArrayFieldStart("gaps");
        for (Link.Gap gap : link.gaps()) {
            json.writeStartObject();
            json.writeStringField("from", gap.from().toString());
            json.writeStringField("to", gap.to().toString());
            json.writeStringField("why", gap.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
