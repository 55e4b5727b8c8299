package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.common.record.ByteSlice;
import tickwing.common.text.Cells;
import tickwing.replay.csv.CsvRow;

class RowBatchTest {
    private static final Subject NOBODY_ASKS = new Subject() {
        @Override
        public String group() {
            throw new AssertionError();
        }

        @Override
        public long eventMillis() {
            throw new AssertionError();
        }

        @Override
        public Object[] identity() {
            throw new AssertionError();
        }
    };

    private final RowBatch batch = new RowBatch();
    /** What an encoder writes each of its values into. */
    private final byte[] encoders = new byte[10_000];

    @Test
    void keepsValuesThatTheirEncoderHasWrittenOver() {
        for (int time = 0; time < 3; time++) {
            int longest = 10 * (time + 1);
            for (int i = 0; i < RowBatch.ROWS; i++) {
                batch.add(row(i), publish("k" + i, value(i, longest)), false);
            }
            Arrays.fill(encoders, (byte) '!');
            assertTrue(batch.isFull());
            for (int i = 0; i < RowBatch.ROWS; i++) {
                assertEquals("k" + i + "=" + value(i, longest), text(batch.get(i)));
                assertEquals(i, batch.get(i).row().line());
            }
            batch.clear();
            assertEquals(0, batch.size());
        }
    }

    @Test
    void makesRoomForValuesOfAnyLength() {
        List<String> values = List.of("", "a", "b".repeat(9_999), "", "c".repeat(10_000), "d");
        for (String value : values) {
            batch.add(row(1), publish("k", value), false);
        }
        for (int i = 0; i < values.size(); i++) {
            assertEquals("k=" + values.get(i), text(batch.get(i)));
        }
    }

    @Test
    void isFullWithFewRowsWhereTheyAreLarge() {
        byte[] large = new byte[RowBatch.FULL_BYTES / 4];
        for (int time = 0; time < 2; time++) {
            for (int i = 0; i < 2; i++) {
                assertFalse(batch.isFull());
                batch.add(
                        new CsvRow.Good(i, large, Cells.of("")),
                        new Outcome.Publish(large, ByteSlice.of(large), NOBODY_ASKS),
                        false);
            }
            assertTrue(batch.isFull());
            batch.clear();
        }
        batch.add(new CsvRow.Bad(1, new byte[RowBatch.FULL_BYTES], "long", "too long"), Outcome.FILTERED, false);
        assertTrue(batch.isFull());
    }

    /** As many as are read ahead at first would not fit into a heap with a batch's room for 128 of them each. */
    @Test
    void takesNoMoreMemoryThanItsValuesNeed() {
        byte[] huge = new byte[1_000_000];
        batch.add(row(1), new Outcome.Publish(huge, ByteSlice.of(huge), NOBODY_ASKS), false);
        Outcome.Publish kept =
                assertInstanceOf(Outcome.Publish.class, batch.get(0).outcome());
        assertTrue(kept.value().array().length <= 1_250_000, "" + kept.value().array().length);
        assertTrue(batch.isFull());
        batch.clear();
        batch.add(row(1), publish("k", "v"), false);
        kept = assertInstanceOf(Outcome.Publish.class, batch.get(0).outcome());
        assertTrue(
                kept.value().array().length <= RowBatch.FULL_BYTES,
                "" + kept.value().array().length);
    }

    @Test
    void keepsWhatIsNotPublishedAsItIs() {
        Outcome rejected = new Outcome.Rejected("bad", "very bad");
        batch.add(row(1), rejected, false);
        batch.add(row(2), publish("k", "v"), false);
        batch.add(row(3), Outcome.FILTERED, false);
        assertSame(rejected, batch.get(0).outcome());
        assertEquals("k=v", text(batch.get(1)));
        assertSame(Outcome.FILTERED, batch.get(2).outcome());
    }

    private Outcome publish(String key, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        System.arraycopy(bytes, 0, encoders, 0, bytes.length);
        return new Outcome.Publish(key.getBytes(UTF_8), new ByteSlice(encoders, 0, bytes.length), NOBODY_ASKS);
    }

    private static String text(RowBatch.Handled handled) {
        Outcome.Publish publish = assertInstanceOf(Outcome.Publish.class, handled.outcome());
        return new String(publish.key(), UTF_8) + "="
                + new String(publish.value().copy(), UTF_8);
    }

    private static String value(int i, int longest) {
        return (i + "-").repeat(longest).substring(0, 1 + i % longest);
    }

    private static CsvRow row(long line) {
        return new CsvRow.Good(line, new byte[0], Cells.of(""));
    }
}
