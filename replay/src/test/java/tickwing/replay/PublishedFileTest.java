package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickwing.common.kafka.Position;
import tickwing.replay.input.Fingerprint;

class PublishedFileTest {
    @Test
    void isWhatAPositionSays() {
        Bookmark bookmark = new Bookmark(
                new Fingerprint(1_000, 7), "/data", "all rows", 2, true, new Accounts(10, 7, 2, 1), Tail.NONE);
        assertEquals(
                Optional.of(new PublishedFile("producer-flight", "a.b.csv~1a2b3c4d", "/data", 2, true, 10, 7, 2, 1)),
                PublishedFile.of("producer-flight.a.b.csv~1a2b3c4d", bookmark.toPosition()));
    }

    @Test
    void isNotWhatAReaderHasCommitted() {
        assertEquals(Optional.empty(), PublishedFile.of("consumer.x", new Position(17, "")));
        Position file = new Bookmark(new Fingerprint(1, 1), "", "", 1, false, Accounts.NONE, Tail.NONE).toPosition();
        assertEquals(Optional.empty(), PublishedFile.of("without-a-dot", file));
    }
}
