package tickwing.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {
    @Test
    void beginsWithTheFirst() throws InterruptedException {
        assertEquals(List.of(0, 1, 3, 2), order(1, 4));
        assertEquals(List.of(1, 2, 0, 3), order(2, 4));
        assertEquals(List.of(0, 1), order(1, 2));
        assertEquals(List.of(0, 1, 2), order(1, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void givesEachOneTurnARoundAndEachPlaceOnce(int turns) throws InterruptedException {
        List<Set<Integer>> places = new ArrayList<>();
        for (int round = 1; round <= turns; round++) {
            List<Integer> order = order(round, turns);
            assertEquals(turns, new HashSet<>(order).size(), order.toString());
            for (int place = 0; place < turns; place++) {
                if (round == 1) {
                    places.add(new HashSet<>());
                }
                assertTrue(places.get(place).add(order.get(place)), "twice in place " + place);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void putsEachBehindEachOtherOnce(int turns) throws InterruptedException {
        Set<List<Integer>> pairs = new HashSet<>();
        for (int round = 1; round <= turns; round++) {
            List<Integer> order = order(round, turns);
            for (int place = 1; place < turns; place++) {
                assertTrue(pairs.add(order.subList(place - 1, place + 1)), order.toString());
            }
        }
        assertEquals(turns * (turns - 1), pairs.size());
    }

    private static List<Integer> order(int round, int turns) throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        Turns.take(
                round,
                IntStream.range(0, turns)
                        .mapToObj(i -> (Turns.Turn) () -> order.add(i))
                        .toArray(Turns.Turn[]::new));
        return order;
    }
}
