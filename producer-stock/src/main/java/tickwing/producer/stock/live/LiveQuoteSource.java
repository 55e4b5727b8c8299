package tickwing.producer.stock.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Where quotes of the moment come from. Belongs to the agenda's thread, and calls back on it. */
public interface LiveQuoteSource extends AutoCloseable {
    /** Begins to quote; called once. Whatever happens to the service, it goes on until {@link #close}. */
    void start(Collection<String> symbols, Consumer<Quote> quotes);

    /** When the service will be asked next; empty where it reports by itself. */
    Optional<Instant> nextCall();

    @Override
    void close();
}
