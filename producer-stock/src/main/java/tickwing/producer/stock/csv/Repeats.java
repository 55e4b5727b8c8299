package tickwing.producer.stock.csv;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells files of several symbols, one below the other, from those of one: the times of the first rows come again, with other
 * prices. Takes memory for the first rows only.
 */
final class Repeats {
    private static final int FIRST_ROWS = 1_000;
    /** So many rows one after the other are no corrections. */
    static final int MANY = 10;

    private final Map<Long, Double> first = new HashMap<>();
    private int rows;
    private int run;

    /**
     * Takes a row into account.
     *
     * @param at its time, in any unit
     * @return whether it and many before it have the time of an earlier one, and another price
     */
    boolean areSeveral(long at, double price) {
        Double before = first.get(at);
        boolean repeats = before != null && before != price;
        run = repeats ? run + 1 : 0;
        if (rows < FIRST_ROWS) {
            rows++;
            first.putIfAbsent(at, price);
        }
        return run >= MANY;
    }
}
