package tickwing.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;
import tickwing.replay.csv.CsvRow;

/** Rows that cannot be published: each becomes a dead letter, and the first of a kind is told. */
final class Rejections {
    private static final Logger log = LoggerFactory.getLogger(Rejections.class);

    private final String name;
    private final ReadAhead rows;
    private final RowPublisher publisher;
    private final Set<String> kinds = new HashSet<>();
    /** How to read dead letters again; null before the first. */
    private LetterLayout layout;

    /** @param name what dead letters and messages call the input */
    Rejections(String name, ReadAhead rows, RowPublisher publisher) {
        this.name = name;
        this.rows = rows;
        this.publisher = publisher;
    }

    void publish(CsvRow row, Outcome.Rejected rejected) throws IOException {
        if (layout == null) {
            layout = rows.opened().layout().within(publisher.maxRecordBytes());
        }
        byte[] raw = row.raw();
        int most = publisher.maxRecordBytes() - layout.bytes();
        byte[] fitting = raw.length <= most ? raw : Arrays.copyOf(raw, most);
        String file = row.in(name);
        String error = Printable.of(file + ":" + row.line() + ": " + rejected.detail());
        publisher.deadLetter(fitting, shortened(error), file, row.line(), layout);
        if (kinds.add(rejected.kind())) {
            log.warn("{} (rejected; further rows where {} are only counted).", error, rejected.kind());
        }
    }

    private static String shortened(String error) {
        byte[] bytes = error.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= 1_000 ? error : error.substring(0, 300) + " ...";
    }
}
