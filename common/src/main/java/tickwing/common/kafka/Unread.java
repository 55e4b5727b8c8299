package tickwing.common.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** A key or a value that nobody looks at: null, and no copy made of it. */
final class Unread implements Deserializer<byte[]> {
    @Override
    public byte[] deserialize(String topic, byte[] bytes) {
        return null;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer bytes) {
        return null;
    }
}
