package tickwing.common.kafka;

import java.util.Objects;

/**
 * How far an input has been published, kept as the committed offset of a consumer group.
 *
 * @param rows rows of the input that need not be read again; 0 or more
 * @param metadata what the writer wants to know when it comes back; at most 4,096 bytes for a broker with defaults
 */
public record Position(long rows, String metadata) {
    public Position {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must not be negative, was " + rows);
        }
        Objects.requireNonNull(metadata);
    }
}
