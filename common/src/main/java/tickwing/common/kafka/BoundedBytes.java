package tickwing.common.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * A record's key or value as bytes, up to 4 MiB, which is thousands of times what the suite writes. Of a larger one only
 * the fact is kept: a poll holds up to 500 records, and a few values of 10 MB would fill a small heap.
 */
final class BoundedBytes implements Deserializer<byte[]> {
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final byte[] TOO_LARGE = new byte[0];

    /** Whether these bytes stand for more than can be kept. */
    static boolean isTooLarge(byte[] bytes) {
        return bytes == TOO_LARGE;
    }

    @Override
    public byte[] deserialize(String topic, byte[] bytes) {
        return bytes != null && bytes.length > MAX_BYTES ? TOO_LARGE : bytes;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer bytes) {
        if (bytes == null) {
            return null;
        }
        return bytes.remaining() > MAX_BYTES ? TOO_LARGE : Utils.toArray(bytes);
    }
}
