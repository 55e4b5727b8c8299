package tickwing.common.kafka;

/** What a record has as its key, its value, or the value of a header. */
public sealed interface Content {
    /** There is none: null, which a value is that deletes its key. */
    record Nothing() implements Content {}

    /** @param bytes as they stand on the topic; whoever gets them leaves them as they are */
    record Bytes(byte[] bytes) implements Content {}

    /** More than 4 MiB, of which nothing is kept. */
    record TooLarge() implements Content {}

    /** @param bytes null for none */
    static Content of(byte[] bytes) {
        if (bytes == null) {
            return new Nothing();
        }
        return BoundedBytes.isTooLarge(bytes) ? new TooLarge() : new Bytes(bytes);
    }
}
