package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class BoundedBytesTest {
    private static final RecordHeaders NONE = new RecordHeaders();

    private final BoundedBytes bytes = new BoundedBytes();

    @Test
    void keepsWhatIsNotTooLarge() {
        byte[] largest = new byte[BoundedBytes.MAX_BYTES];
        largest[7] = 7;
        assertArrayEquals(largest, bytes.deserialize("t", largest));
        assertArrayEquals(largest, bytes.deserialize("t", NONE, ByteBuffer.wrap(largest)));
        assertFalse(BoundedBytes.isTooLarge(bytes.deserialize("t", new byte[0])));
        assertNull(bytes.deserialize("t", (byte[]) null));
        assertNull(bytes.deserialize("t", NONE, (ByteBuffer) null));
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() {
        byte[] tooLarge = new byte[BoundedBytes.MAX_BYTES + 1];
        assertTrue(BoundedBytes.isTooLarge(bytes.deserialize("t", tooLarge)));
        assertTrue(BoundedBytes.isTooLarge(bytes.deserialize("t", NONE, ByteBuffer.wrap(tooLarge))));
    }
}
