package tickwing.common.record;

import java.util.Objects;

/** What became of one record or row: a value, or the reason why there is none. */
public sealed interface Decoded<T> {

    static <T> Decoded<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Decoded<T> rejected(String kind, String detail) {
        return rejected(Reason.OTHER, kind, detail);
    }

    static <T> Decoded<T> rejected(Reason reason, String kind, String detail) {
        return new Rejected<>(reason, kind, detail);
    }

    /** A readable record. */
    record Ok<T>(T value) implements Decoded<T> {
        public Ok {
            Objects.requireNonNull(value);
        }
    }

    /**
     * An unreadable record.
     *
     * @param reason which of the few reasons there are for that
     * @param kind what is wrong, without any value of the record, so that equal kinds can be counted together
     * @param detail one sentence for the person who has to mend the record; may quote the offending value
     */
    record Rejected<T>(Reason reason, String kind, String detail) implements Decoded<T> {
        public Rejected {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(detail);
        }
    }
}
