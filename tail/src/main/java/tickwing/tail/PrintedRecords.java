package tickwing.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;
import tickwing.common.kafka.TopicTail;

/** Prints records, those with a key that was asked for, up to as many as were asked for. */
final class PrintedRecords implements TopicTail.Sink {
    private final Layout layout;
    private final PrintWriter out;
    private final byte[] key;
    private long left;

    /**
     * @param key the only key of interest
     * @param most how many records, 1 or more
     */
    PrintedRecords(Layout layout, PrintWriter out, Optional<String> key, OptionalLong most) {
        this.layout = layout;
        this.out = out;
        this.key = key.map(text -> text.getBytes(UTF_8)).orElse(null);
        left = most.orElse(Long.MAX_VALUE);
    }

    @Override
    public boolean accept(TopicRecord record) {
        if (isWanted(record)) {
            try {
                layout.print(record, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            left--;
        }
        return left > 0;
    }

    /** @throws StandardOutputLost when nobody reads any more */
    @Override
    public void flush() {
        // Flushes as well.
        if (out.checkError()) {
            throw new StandardOutputLost();
        }
    }

    private boolean isWanted(TopicRecord record) {
        return key == null || record.key() instanceof Content.Bytes its && Arrays.equals(its.bytes(), key);
    }
}
