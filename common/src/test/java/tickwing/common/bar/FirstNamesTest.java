package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FirstNamesTest {
    private final Set<String> kept = new TreeSet<>();

    private void offer(FirstNames names, String name) {
        if (!kept.contains(name) && names.admit(name, kept::remove)) {
            kept.add(name);
        }
    }

    @Test
    void keepsTheSameNamesInWhateverOrderTheyCome() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add("N" + i % 500);
        }
        Set<String> expected = new TreeSet<>();
        new TreeSet<>(all).stream().limit(40).forEach(expected::add);
        for (int seed = 0; seed < 20; seed++) {
            kept.clear();
            Collections.shuffle(all, new Random(seed));
            FirstNames names = new FirstNames(40);
            all.forEach(name -> offer(names, name));
            assertEquals(expected, kept);
            assertEquals("460 symbols left out: there is room for the first 40 by name", names.leftOut("symbols"));
            assertEquals(460, names.leftOut());
            assertFalse(names.leavesOutMore());
        }
    }

    @Test
    void keepsWhatIsKeptInTheEndFromTheBeginning() {
        FirstNames names = new FirstNames(2);
        assertTrue(names.admit("B", kept::remove));
        assertTrue(names.admit("D", kept::remove));
        assertFalse(names.admit("E", kept::remove));
        assertTrue(names.admit("A", left -> assertEquals("D", left)));
        assertFalse(
                names.admit("D", kept::remove), "a name that had to leave never comes back with half of its records");
    }

    @Test
    void saysNothingWhileThereIsRoom() {
        FirstNames names = new FirstNames(2);
        names.admit("A", kept::remove);
        names.admit("B", kept::remove);
        assertEquals("", names.leftOut("symbols"));
    }

    @Test
    void stopsCountingAtHalfAMillion() {
        FirstNames names = new FirstNames(1);
        names.admit("", kept::remove);
        for (int i = 0; i < 500_010; i++) {
            names.admit("S" + i, kept::remove);
            if (i == 499_998) {
                assertTrue(names.leftOut("symbols").startsWith("499,999 symbols left out"), names.leftOut("symbols"));
            }
        }
        assertTrue(names.leftOut("symbols").startsWith("more than 500,000 symbols"), names.leftOut("symbols"));
        assertTrue(names.leavesOutMore());
    }
}
