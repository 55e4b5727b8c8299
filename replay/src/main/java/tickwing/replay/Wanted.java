package tickwing.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which symbols or airlines are asked for; says in the end which of them have not been there. */
public final class Wanted {
    /** How many of those that there are instead are named. */
    private static final int MOST_OTHERS = 12;

    private final String input;
    private final String what;
    private final Set<String> names;
    private final SortedSet<String> missing;
    private final SortedSet<String> others = new TreeSet<>();

    /**
     * @param input what messages call the file
     * @param what a name is one of, in the singular
     * @param names those asked for; empty for all
     */
    public Wanted(String input, String what, Set<String> names) {
        this.input = input;
        this.what = what;
        this.names = Set.copyOf(names);
        this.missing = new TreeSet<>(names);
    }

    /** Whether a name is one of those asked for. */
    public boolean test(String name) {
        if (names.isEmpty()) {
            return true;
        }
        boolean wanted = names.contains(name);
        if (wanted && !missing.isEmpty()) {
            missing.remove(name);
        } else if (!wanted && others.size() <= MOST_OTHERS) {
            others.add(name);
        }
        return wanted;
    }

    /** A sentence where some have not been there. */
    public List<String> remarks() {
        if (missing.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        List<String> there = new ArrayList<>(others);
        boolean more = there.size() > MOST_OTHERS;
        String some = String.join(", ", more ? there.subList(0, MOST_OTHERS) : there) + (more ? ", ..." : "");
        return List.of(input + " has no " + what + " " + String.join(", ", missing) + "; it has " + some + ".");
    }
}
