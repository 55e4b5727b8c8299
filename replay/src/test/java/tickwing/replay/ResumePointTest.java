package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.replay.ResumePoint.Repeat;
import tickwing.replay.input.Fingerprint;
import tickwing.replay.input.Input;

class ResumePointTest {
    /** What a version has written that looked at no file. */
    private static final ResumePoint.Begun OLDER = new ResumePoint.Begun.WithoutLook();

    private static final Accounts HALF = new Accounts(5, 3, 1, 1);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        file = Files.writeString(folder.resolve("f.csv"), "a,b\n1,2\n3,4\n");
    }

    @Test
    void startsANewFileAtItsFirstRow() throws IOException {
        ResumePoint point = resume(Optional.empty(), "all rows", Repeat.ONCE);
        assertEquals(ResumePoint.start(1), point);
    }

    @Test
    void goesOnWhereTheLastTransactionEnded() throws IOException {
        assertEquals(
                new ResumePoint(1, HALF, Tail.NONE, false, OLDER),
                resume(committed(1, false), "all rows", Repeat.ONCE));
    }

    @Test
    void finishesAnInterruptedCopyWhetherAskedForAgainOrNot() throws IOException {
        for (Repeat repeat : Repeat.values()) {
            assertEquals(
                    new ResumePoint(3, HALF, Tail.NONE, false, OLDER), resume(committed(3, false), "all rows", repeat));
        }
    }

    @Test
    void publishesACompleteFileOnceMoreOnlyOnPurpose() throws IOException {
        assertTrue(resume(committed(1, true), "all rows", Repeat.ONCE).complete());
        assertEquals(ResumePoint.start(2), resume(committed(1, true), "all rows", Repeat.AGAIN));
    }

    @Test
    void refusesAFileWhoseContentHasChanged() throws IOException {
        Optional<Position> before = committed(1, false);
        Files.writeString(file, "a,b\n1,2\n3,5\n");
        UserError e = assertThrows(UserError.class, () -> resume(before, "all rows", Repeat.ONCE));
        assertTrue(e.getMessage().contains("content has changed since 5 of its rows"), e.getMessage());
        assertTrue(e.getMessage().contains("--again"));
        assertEquals(ResumePoint.start(2), resume(before, "all rows", Repeat.AGAIN));
    }

    @Test
    void refusesAFileThatHasBecomeShorter() throws IOException {
        Optional<Position> before = committed(1, true);
        Files.writeString(file, "a,b\n1,2\n");
        UserError e = assertThrows(UserError.class, () -> resume(before, "all rows", Repeat.ONCE));
        assertTrue(e.getMessage().contains("shorter"), e.getMessage());
    }

    @Test
    void goesOnWithAFileThatHasGrown() throws IOException {
        Optional<Position> before = committed(1, true);
        Files.writeString(file, Files.readString(file) + "5,6\n");
        ResumePoint point = resume(before, "all rows", Repeat.ONCE);
        assertFalse(point.complete());
        assertEquals(HALF, point.accounts());
    }

    @Test
    void refusesToMixSelections() throws IOException {
        UserError e = assertThrows(UserError.class, () -> resume(committed(1, true), "--airlines AA", Repeat.ONCE));
        assertTrue(e.getMessage().contains("all rows"), e.getMessage());
        assertTrue(e.getMessage().contains("--airlines AA"), e.getMessage());
    }

    @Test
    void refusesAPositionThatItDidNotWrite() {
        UserError e = assertThrows(
                UserError.class, () -> resume(Optional.of(new Position(7, "something else")), "all rows", Repeat.ONCE));
        assertTrue(e.getMessage().contains("another program or another version"), e.getMessage());
    }

    @Test
    void keepsABookmarkThroughItsPosition() throws IOException {
        Bookmark bookmark = new Bookmark(
                Fingerprint.ofFirst(file, Files.size(file)), "/x", "--airlines A;B=C", 2, true, HALF, Tail.NONE);
        assertEquals(Optional.of(bookmark), Bookmark.of(bookmark.toPosition()));
        Bookmark wide = new Bookmark(
                Fingerprint.ofFirst(file, Files.size(file)), "", "x".repeat(100_000), 2, true, HALF, Tail.NONE);
        assertTrue(wide.toPosition().metadata().length() < 4_096);
        assertTrue(Bookmark.of(wide.toPosition()).orElseThrow().selects("x".repeat(100_000)));
        assertFalse(Bookmark.of(wide.toPosition()).orElseThrow().selects("x".repeat(99_999)));
    }

    private Optional<Position> committed(int copy, boolean done) throws IOException {
        return Optional.of(
                new Bookmark(Fingerprint.ofFirst(file, Files.size(file)), "/x", "all rows", copy, done, HALF, Tail.NONE)
                        .toPosition());
    }

    private ResumePoint resume(Optional<Position> committed, String selection, Repeat repeat) throws IOException {
        Input input = Input.of(file.toString(), System.in);
        return ResumePoint.of(committed, input, Fingerprint.ofFirst(file, Files.size(file)), selection, repeat);
    }
}
