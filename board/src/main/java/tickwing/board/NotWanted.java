package tickwing.board;

import java.util.List;
import java.util.TreeSet;
import tickwing.board.view.Note;

/**
 * A few of the names that a topic has and that nobody asks for, for whoever has asked for one that it does not have: the first
 * ones by their characters, whatever order they come in. Belongs to the reading thread, but for {@link #note}.
 */
public final class NotWanted {
    private static final int FEW = 6;

    private final TreeSet<String> names = new TreeSet<>();
    private boolean more;
    private volatile Note.There note = Note.There.NOTHING;

    /** Looks at the name of a record that is not kept. */
    public void add(String name) {
        if (names.size() == FEW) {
            int order = name.compareTo(names.last());
            if (order == 0) {
                return;
            }
            if (order > 0) {
                more = true;
                return;
            }
        }
        if (names.add(name) && names.size() > FEW) {
            names.pollLast();
            more = true;
        }
    }

    /** Forgets them. */
    public void clear() {
        names.clear();
        more = false;
    }

    /** Lets others see them as they are now. */
    public void publish() {
        note = new Note.There(List.copyOf(names), more);
    }

    /** The names as they were published last; from any thread. */
    public Note.There note() {
        return note;
    }
}
