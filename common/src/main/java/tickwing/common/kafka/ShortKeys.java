package tickwing.common.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/** Keys as bytes, up to 4 KiB: symbols and codes of airlines are short, also where an envelope is around them. Null for others. */
final class ShortKeys implements Deserializer<byte[]> {
    private static final int MAX_BYTES = 4 * 1024;

    @Override
    public byte[] deserialize(String topic, byte[] bytes) {
        return bytes == null || bytes.length > MAX_BYTES ? null : bytes;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer bytes) {
        return bytes == null || bytes.remaining() > MAX_BYTES ? null : Utils.toArray(bytes);
    }
}
