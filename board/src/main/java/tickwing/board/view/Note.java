package tickwing.board.view;

import java.util.List;
import tickwing.common.bar.Interval;

/** What there is to say beside the values: why something is not there. */
public sealed interface Note {
    /** There are no bars of a symbol that somebody asks for. */
    record NoBars(String symbol) implements Note {}

    /**
     * Bars from which those that are asked for cannot be summed up.
     *
     * @param bars how many; 1 or more
     * @param interval what is asked for
     */
    record OtherIntervals(long bars, Interval interval) implements Note {}

    /** There are no flights of an airline that somebody asks for. */
    record NoFlights(String name) implements Note {}

    /**
     * What there is of that nobody asks for.
     *
     * @param names a few of them, in alphabetical order
     * @param more whether there are more
     */
    record There(List<String> names, boolean more) implements Note {
        /** Nothing else. */
        public static final There NOTHING = new There(List.of(), false);

        public There {
            names = List.copyOf(names);
        }
    }

    /**
     * Symbols for which there is no room: those with the first names are kept.
     *
     * @param symbols how many; 1 or more
     * @param atLeast whether there may be more
     * @param room how many there is room for
     */
    record SymbolsLeftOut(int symbols, boolean atLeast, int room) implements Note {}

    /**
     * Flights for which there is no room: those of the newest days are kept.
     *
     * @param flights how many; 1 or more
     * @param days how many days there is room for
     * @param counts how many pairs of a day and an airline
     */
    record FlightsLeftOut(long flights, int days, int counts) implements Note {}
}
