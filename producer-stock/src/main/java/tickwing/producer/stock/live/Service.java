package tickwing.producer.stock.live;

import java.util.List;
import java.util.function.Supplier;
import tickwing.producer.stock.link.Link;

/**
 * A service as a run uses it.
 *
 * @param name as the user knows it
 * @param history its finished bars
 * @param link the link that they come by
 * @param live its quotes
 * @param quoteLink the link that quotes come by; may be the same
 * @param links the accounts of all links
 * @param refillsGaps whether bars that a gap has swallowed are to be fetched from the history afterwards
 * @param stop breaks off a call in flight; from any thread
 */
public record Service(
        String name,
        HistorySource history,
        Link link,
        LiveQuoteSource live,
        Link quoteLink,
        Supplier<List<Link.Account>> links,
        boolean refillsGaps,
        Runnable stop) {}
