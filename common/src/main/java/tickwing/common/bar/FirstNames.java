package tickwing.common.bar;

import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Which names are kept where there is room for so many only: the first ones by their characters, whatever order they come
 * in. One that is kept in the end was kept from the beginning, so that nothing of it is missing. Not safe for several
 * threads.
 */
public final class FirstNames {
    private final int most;
    /** The last one on top: it is the next to leave. */
    private final PriorityQueue<String> kept = new PriorityQueue<>(Comparator.reverseOrder());

    private final DistinctTexts leftOut = new DistinctTexts();

    /** @param most how many names to keep; 1 or more */
    public FirstNames(int most) {
        this.most = most;
    }

    /**
     * Decides on a name that is not kept now.
     *
     * @param left takes the name that has to make room for it
     * @return whether it is kept from now on
     */
    public boolean admit(String name, Consumer<String> left) {
        if (kept.size() == most) {
            boolean isLater = name.compareTo(kept.peek()) > 0;
            leftOut.add(isLater ? name : kept.peek());
            if (isLater) {
                return false;
            }
            left.accept(kept.remove());
        }
        return kept.add(name);
    }

    /** How many names are left out; at least so many where {@link #leavesOutMore}. */
    public int leftOut() {
        return leftOut.size();
    }

    /** Whether there are so many that they are no longer counted. */
    public boolean leavesOutMore() {
        return leftOut.isFull();
    }

    /** How many are left out and how many there is room for, as a phrase; empty when none is left out. */
    public String leftOut(String plural) {
        return phrase(leftOut.size(), leftOut.isFull(), plural, most);
    }

    /**
     * The same, for whoever has only the figures.
     *
     * @param orMore whether there are so many that they are no longer counted
     */
    public static String phrase(int leftOut, boolean orMore, String plural, int room) {
        return leftOut == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s%,d %s left out: there is room for the first %,d by name",
                        orMore ? "more than " : "",
                        leftOut,
                        plural,
                        room);
    }
}
