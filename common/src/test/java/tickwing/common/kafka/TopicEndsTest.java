package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicEndsTest {
    @Test
    void takesInWhatStandsBeforeAPartitionsEnd() {
        TopicEnds ends = TopicEnds.parse(TopicEnds.of(Map.of(1, 4L, 0, 17L)).toString());
        assertEquals("0:17,1:4", ends.toString());
        assertTrue(ends.takeIn(0, 16));
        assertFalse(ends.takeIn(0, 17));
        assertTrue(ends.takeIn(1, 0));
        assertFalse(ends.takeIn(1, 16));
        assertFalse(ends.takeIn(2, 0), "a partition that came later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "", "0:", "0:1,", "0:12345678901234567890", "-1:5"})
    void takesInAllWhereNobodySaysWhat(String text) {
        assertTrue(TopicEnds.parse(text).takeIn(9, Long.MAX_VALUE));
    }

    @Test
    void takesInWhatEitherOfTwoDoes() {
        TopicEnds both = TopicEnds.of(Map.of(0, 3L, 1, 9L)).or(TopicEnds.of(Map.of(0, 5L, 2, 1L)));
        assertEquals("0:5,1:9,2:1", both.toString());
        assertTrue(both.or(TopicEnds.ALL).takeIn(7, 7));
    }
}
