package tickwing.replay;

import java.util.Objects;
import tickwing.common.record.ByteSlice;

/** What is to become of a row. */
public sealed interface Outcome {
    /** A row that the user's options leave out. */
    Outcome FILTERED = new Filtered();

    /**
     * A row to publish.
     *
     * @param key the record's key
     * @param value the record's value; good until the next row is encoded
     * @param subject what the row is about
     */
    record Publish(byte[] key, ByteSlice value, Subject subject) implements Outcome {
        public Publish {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            Objects.requireNonNull(subject);
        }

        /** The size of key and value together. */
        int bytes() {
            return key.length + value.length();
        }

        /** The same, or a rejection where the record is too large for the broker. */
        Outcome within(int maxBytes) {
            return bytes() <= maxBytes
                    ? this
                    : new Rejected(
                            "the record is too large",
                            "the record has " + bytes() + " bytes; at most " + maxBytes
                                    + " fit into one (max.request.size)");
        }

        /** The same record with its value in another place. */
        Publish withValue(ByteSlice other) {
            return new Publish(key, other, subject);
        }

        /** The same record under another key. */
        Publish withKey(byte[] other) {
            return new Publish(other, value, subject);
        }
    }

    /**
     * A row that makes no record, and goes to the dead letters.
     *
     * @param kind what is wrong, without any value of the row
     * @param detail one phrase for the person who has to mend it
     */
    record Rejected(String kind, String detail) implements Outcome {}

    /** See {@link #FILTERED}. */
    record Filtered() implements Outcome {}
}
