package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickwing.common.kafka.Position;
import tickwing.replay.Tail.Fate;
import tickwing.replay.Tail.Row;
import tickwing.replay.input.Fingerprint;

class TailTest {
    private static final Tail THREE = new Tail(List.of(
            new Row(17, Fate.REJECTED, 35, -1), new Row(18, Fate.PUBLISHED, 36, 7), new Row(27, Fate.FILTERED, 0, 0)));

    @Test
    void survivesItsTextAndItsPosition() {
        assertEquals("17RffffffffzP0000000710F000000000+9", THREE.toText());
        assertEquals(THREE, Tail.of(THREE.toText()));
        assertEquals(Tail.NONE, Tail.of(""));
        Bookmark bookmark = new Bookmark(
                new Fingerprint(9, 8),
                "/a;selection=%3B",
                "--symbols A;selection=B",
                2,
                true,
                new Accounts(5, 2, 2, 1),
                THREE);
        assertEquals(Optional.of(bookmark), Bookmark.of(bookmark.toPosition()));
    }

    @Test
    void countsWhatBecameOfItsRows() {
        assertEquals(new Accounts(3, 1, 1, 1), THREE.accounts());
    }

    @Test
    void refusesTextOfAnotherKind() {
        assertThrows(RuntimeException.class, () -> Tail.of("17X00000000a"));
        Position position = new Position(1, "v=2;bytes=1;tail=17Pff;selection=all rows");
        assertTrue(Bookmark.of(position).isEmpty());
    }

    @Test
    void readsPositionsOfTheFirstVersion() {
        Position old = new Position(
                3, "v=1;bytes=12;crc32c=000000ff;copy=2;done=true;published=2;rejected=1;filtered=0;selection=a;b=c");
        Bookmark bookmark = Bookmark.of(old).orElseThrow();
        assertEquals(
                new Bookmark(new Fingerprint(12, 255), "", "a;b=c", 2, true, new Accounts(3, 2, 1, 0), Tail.NONE),
                bookmark);
    }
}
