package tickwing.producer.stock.live;

import java.util.List;
import java.util.function.Supplier;
import tickwing.producer.stock.line.Line;

/**
 * A service as a run uses it.
 *
 * @param name as the user knows it
 * @param history its finished bars
 * @param line the line that they come by
 * @param live its quotes
 * @param quoteLine the line that quotes come by; may be the same
 * @param lines the accounts of all lines
 * @param refillsGaps whether bars that a gap has swallowed are to be fetched from the history afterwards
 * @param stop breaks off a call in flight; from any thread
 */
public record Service(
        String name,
        HistorySource history,
        Line line,
        LiveQuoteSource live,
        Line quoteLine,
        Supplier<List<Line.Account>> lines,
        boolean refillsGaps,
        Runnable stop) {}
