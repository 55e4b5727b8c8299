package tickwing.producer.stock.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to one service: when it may be called next, and how it has been doing. A service that turns callers away is
 * left alone for as long as it asks, else 60 s doubling to 15 min; after a dropped call 1 s doubling to 60 s. Belongs to
 * the agenda's thread.
 */
public final class Link {
    /** A call that fails with a {@link SourceException}. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws SourceException;
    }

    /**
     * A time without an answer.
     *
     * @param from when the first of the failed calls began
     * @param to when the first one after them had succeeded
     * @param why the first failure, as a phrase
     */
    public record Gap(Instant from, Instant to, String why) {}

    /**
     * How the link has been doing so far.
     *
     * @param drops calls that were dropped or brought nonsense
     * @param throttled calls that were turned away
     * @param unknown calls for symbols of which the service knows nothing
     * @param gap all gaps together, the current one among them
     * @param gaps the newest ones that are over, at most {@value #GAPS_KEPT}
     */
    public record Account(
            String name, long calls, long drops, long throttled, long unknown, Duration gap, List<Gap> gaps) {}

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** After so many failures in a row a service is away; fewer are everyday life. */
    private static final int FAILURES_OF_ONE_AWAY = 3;

    private static final int GAPS_KEPT = 1_000;
    /** A service that asks for more has lost its clock. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final String name;
    private final Agenda agenda;
    private final Duration spacing;
    private final Consumer<String> tell;
    private final Backoff afterDrop;
    private final Backoff afterThrottle;
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private final Set<String> unknownTold = new HashSet<>();
    private Consumer<Gap> onReturn = gap -> {};
    private Instant notBefore = Instant.MIN;
    private Instant gapSince;
    private String gapReason;
    private Duration gap = Duration.ZERO;
    private boolean awayTold;
    private int failuresInARow;
    private long calls;
    private long drops;
    private long throttled;
    private long unknown;

    /**
     * @param name as the user knows the service
     * @param spacing the least time between two calls
     * @param tell takes the sentences for the user
     * @param chance numbers from 0 to 1 for the jitter of pauses
     */
    public Link(String name, Agenda agenda, Duration spacing, Consumer<String> tell, DoubleSupplier chance) {
        this.name = name;
        this.agenda = agenda;
        this.spacing = spacing;
        this.tell = tell;
        afterDrop = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), chance);
        afterThrottle = new Backoff(Duration.ofSeconds(60), Duration.ofMinutes(15), chance);
    }

    /** Who wants to know of each gap when it is over. */
    public void onReturn(Consumer<Gap> listener) {
        onReturn = listener;
    }

    /** The earliest instant for the next call; in the past when it may be made now. */
    public Instant readyAt() {
        return notBefore;
    }

    /** Whether the last call has failed. */
    public boolean isInGap() {
        return gapSince != null;
    }

    /**
     * Makes a call and keeps account of it.
     *
     * @throws SourceException when it fails, also for a reason that nobody has foreseen
     */
    public <T> T call(Call<T> call) throws SourceException {
        Instant start = agenda.now();
        try {
            T value = call.make();
            calls++;
            succeeded();
            return value;
        } catch (SourceException e) {
            if (!(e.failure() instanceof Failure.Stopped)) {
                calls++;
                failed(e.failure(), start);
            }
            throw e;
        } catch (RuntimeException e) {
            log.debug("An answer of {} that nobody has foreseen:", name, e);
            SourceException nonsense = SourceException.dropped("an answer that makes no sense");
            calls++;
            failed(nonsense.failure(), start);
            throw nonsense;
        }
    }

    /** Takes note of an answer. */
    public void succeeded() {
        Instant now = agenda.now();
        notBefore = now.plus(spacing);
        failuresInARow = 0;
        afterDrop.reset();
        afterThrottle.reset();
        if (gapSince == null) {
            return;
        }
        Gap over = new Gap(gapSince, now, gapReason);
        gapSince = null;
        gap = gap.plus(Duration.between(over.from(), now));
        gaps.addLast(over);
        if (gaps.size() > GAPS_KEPT) {
            gaps.removeFirst();
        }
        if (awayTold) {
            awayTold = false;
            tell.accept(name + " is back after " + duration(Duration.between(over.from(), now))
                    + "; what it did not send meanwhile stays missing.");
        }
        onReturn.accept(over);
    }

    /** @param since when the failed call began */
    public void failed(Failure failure, Instant since) {
        if (failure instanceof Failure.UnknownSymbol) {
            unknown++;
            succeeded();
            return;
        }
        Instant now = agenda.now();
        if (gapSince == null) {
            gapSince = since;
            gapReason = failure.why();
        }
        failuresInARow++;
        Duration pause = pause(failure);
        notBefore = now.plus(pause);
        boolean away = failure instanceof Failure.Throttled || failuresInARow >= FAILURES_OF_ONE_AWAY;
        if (away && !awayTold) {
            awayTold = true;
            tell.accept(name + " is away since " + clock(gapSince) + " (" + failure.why() + "); next try at "
                    + clock(notBefore) + ".");
        } else {
            log.debug("{}: {}; next try at {}.", name, failure.why(), notBefore);
        }
    }

    /** Tells the user, once for each symbol, that the service has nothing for it. */
    public void tellUnknown(String symbol, Failure why) {
        if (unknownTold.add(symbol)) {
            tell.accept(name + " has nothing for " + symbol + " (" + why.why()
                    + "); is that its name there? It is asked for all the same, ever more rarely.");
        }
    }

    /** How the link has been doing so far. */
    public Account account() {
        Duration current = gapSince == null ? Duration.ZERO : Duration.between(gapSince, agenda.now());
        return new Account(name, calls, drops, throttled, unknown, gap.plus(current), new ArrayList<>(gaps));
    }

    private Duration pause(Failure failure) {
        if (failure instanceof Failure.Throttled turnedAway) {
            throttled++;
            Duration own = afterThrottle.next();
            Optional<Duration> asked = turnedAway.retryAfter();
            return asked.map(a -> a.compareTo(LONGEST_PAUSE) < 0 ? a : LONGEST_PAUSE)
                    .orElse(own);
        }
        drops++;
        return afterDrop.next();
    }

    private static String clock(Instant instant) {
        return CLOCK.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }

    private static String duration(Duration d) {
        long seconds = Math.max(1, d.toSeconds());
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
