package tickwing.board.flight;

import java.time.LocalDate;
import java.util.List;

/**
 * How many flights each airline had on a day, in one edition.
 *
 * @param airlines in alphabetical order
 * @param flights of each of them, 1 or more; never changed by anyone
 */
record SealedDay(LocalDate date, List<String> airlines, long[] flights) {}
