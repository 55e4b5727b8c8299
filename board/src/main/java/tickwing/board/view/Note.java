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
}
