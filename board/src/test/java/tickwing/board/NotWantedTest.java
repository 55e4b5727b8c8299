package tickwing.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tickwing.board.view.Note;

class NotWantedTest {
    private final NotWanted notWanted = new NotWanted();

    private Note.There after(List<String> names) {
        names.forEach(notWanted::add);
        notWanted.publish();
        return notWanted.note();
    }

    @Test
    void areTheFirstSixNamesInWhateverOrderTheyCome() {
        List<String> names = new ArrayList<>(List.of("A", "B", "C", "D", "E", "F", "G", "H", "A", "B", "F"));
        Note.There expected = new Note.There(List.of("A", "B", "C", "D", "E", "F"), true);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(names, new Random(seed));
            notWanted.clear();
            assertEquals(expected, after(names), names.toString());
        }
    }

    @Test
    void areNoMoreThanThereAre() {
        assertEquals(
                new Note.There(List.of("A", "B", "C", "D", "E", "F"), false),
                after(List.of("F", "E", "D", "C", "B", "A", "A", "F")));
        notWanted.clear();
        assertEquals(Note.There.NOTHING, after(List.of()));
    }
}
