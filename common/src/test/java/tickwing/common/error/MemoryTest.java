package tickwing.common.error;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void callsAHeapFullOnlyWhenACollectionLeftNextToNothing() {
        assertTrue(Memory.isFull(new MemoryUsage(0, 99, 100, 100)));
        assertFalse(Memory.isFull(new MemoryUsage(0, 97, 100, 100)));
        assertFalse(Memory.isFull(new MemoryUsage(0, 99, 100, -1)), "a heap without limit");
    }

    @Test
    void hasNothingToSayOfAHeapWithRoom() {
        assertDoesNotThrow(Memory::check);
    }

    @Test
    void saysHowLargeTheHeapIs() {
        assertEquals(Memory.megabytes(), Memory.tooSmall().megabytes());
    }
}
