package tickwing.board.view;

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
