package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tickwing.charts.draw.VisibleRange;

class ZoomTest {
    private final Zoom zoom = new Zoom();

    @Test
    void showsAllAtFirst() {
        assertEquals(new VisibleRange(0, 99), zoom.span(100));
        assertEquals(new VisibleRange(0, 100), zoom.span(101));
    }

    @Test
    void keepsToTheNewestWhileItIsInSight() {
        zoom.select(80, 99, 100);
        assertEquals(new VisibleRange(80, 99), zoom.span(100));
        assertEquals(new VisibleRange(81, 100), zoom.span(101));
    }

    @Test
    void keepsToTheSamePositionsWhenTheNewestIsOutOfSight() {
        zoom.select(40, 20, 100);
        assertEquals(new VisibleRange(20, 40), zoom.span(100));
        assertEquals(new VisibleRange(20, 40), zoom.span(150));
    }

    @Test
    void leavesThePositionUnderTheMouseWhereItIs() {
        zoom.scale(0.5, 50, 101);
        VisibleRange span = zoom.span(101);
        assertEquals(50, (span.first() + span.last()) / 2.0, 1);
        zoom.scale(2, 50, 101);
        assertEquals(101, zoom.span(101).size(), 2);
    }

    @Test
    void movesNoFurtherThanTheEnds() {
        zoom.select(40, 60, 100);
        zoom.pan(-1_000, 100);
        assertEquals(new VisibleRange(0, 20), zoom.span(100));
        zoom.pan(1_000, 100);
        assertEquals(new VisibleRange(79, 99), zoom.span(100));
        assertEquals(new VisibleRange(80, 100), zoom.span(101), "the newest is in sight again");
    }

    @Test
    void comesBackToAll() {
        zoom.select(40, 60, 100);
        zoom.reset();
        assertEquals(new VisibleRange(0, 99), zoom.span(100));
        assertTrue(zoom.isReset());
    }

    @Test
    void staysWithinTheChartWhateverIsDone() {
        Random random = new Random(11);
        int size = 3;
        for (int i = 0; i < 20_000; i++) {
            size += random.nextInt(10) == 0 ? 1 : 0;
            switch (random.nextInt(4)) {
                case 0 -> zoom.select(random.nextInt(size), random.nextInt(size), size);
                case 1 -> zoom.scale(random.nextDouble() * 3, random.nextInt(size), size);
                case 2 -> zoom.pan(random.nextInt(50) - 25, size);
                default -> zoom.reset();
            }
            VisibleRange span = zoom.span(size);
            assertTrue(
                    span.first() >= 0 && span.last() < size && span.size() >= Math.min(size, 1), span + " of " + size);
        }
    }
}
