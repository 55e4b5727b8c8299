package tickwing.producer.stock.live;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import tickwing.common.bar.Bar;

/**
 * What a service says of a symbol at some time: the bar so far.
 *
 * @param bar forming, or finished
 * @param historyAt when the finished bar can be had from the history; null where the service sends it by itself, or for a
 *     finished bar
 */
public record Quote(Bar bar, Instant historyAt) {
    public Quote {
        Objects.requireNonNull(bar);
    }

    /**
     * The instant of a quote as a forming daily bar can carry it: a daily bar of midnight sharp reads as a finished one,
     * so that quote counts as made a millisecond later.
     */
    public static OffsetDateTime quotedAt(OffsetDateTime instant) {
        return instant.toLocalTime().equals(LocalTime.MIDNIGHT) ? instant.plusNanos(1_000_000) : instant;
    }
}
