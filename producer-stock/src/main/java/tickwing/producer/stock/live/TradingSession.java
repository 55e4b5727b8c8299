package tickwing.producer.stock.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a symbol is traded.
 *
 * @param opens the beginning of the trading period that the service speaks of; null for always
 * @param closes its end; null for always
 */
public record TradingSession(Instant opens, Instant closes) {
    /** Around the clock, as cryptocurrencies are; also for want of better knowledge. */
    public static final TradingSession ALWAYS = new TradingSession(null, null);

    /** Quotes of many exchanges come a quarter of an hour late, and closing auctions take some minutes. */
    public static final Duration SETTLING = Duration.ofMinutes(20);

    /** Whether quotes of this period can still come. */
    public boolean isOpen(Instant now) {
        return opens == null || !now.isBefore(opens) && now.isBefore(settledAt());
    }

    /** When the last quote of this period has come for certain. */
    public Instant settledAt() {
        return closes.plus(SETTLING);
    }

    /** The opening, if it is yet to come. */
    public Optional<Instant> opensAfter(Instant now) {
        return opens != null && opens.isAfter(now) ? Optional.of(opens) : Optional.empty();
    }
}
