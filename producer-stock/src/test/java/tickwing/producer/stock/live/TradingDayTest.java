package tickwing.producer.stock.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters;
import tickwing.common.record.ByteSlice;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.FakeTime;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.StandIn;
import tickwing.producer.stock.link.StandIn.Answer;
import tickwing.producer.stock.yahoo.Charts;
import tickwing.producer.stock.yahoo.Yahoo;
import tickwing.producer.stock.yahoo.YahooConfig;

/** A trading day in New York with everything that goes wrong on one, through the real HTTP client, in seconds. */
class TradingDayTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<String> SYMBOLS =
            List.of("AAPL", "IBM", "GOOG", "MSFT", "NVDA", "TSLA", "XOM", "KO", "PG", "BRK-B");
    private static final Instant LUNCH = at("12:10");

    @Test
    void publishesEveryQuoteOfASuccessfulPollExactlyOnceAndCountsTheRest() throws IOException {
        FakeTime time = new FakeTime(at("09:00"));
        Market market = new Market(time);
        RecordedRows topic = new RecordedRows();
        StringWriter err = new StringWriter();
        Link.Account link;
        LiveCounts counts;
        try (StandIn yahoo = new StandIn(market::answer)) {
            Agenda agenda = new Agenda(time);
            Service service = service(yahoo.url(), agenda, time, err);
            LiveRun run = run(service, agenda, topic, err);
            agenda.at(at("16:40"), agenda::stop);
            run.run();
            counts = run.counts();
            link = service.links().get().get(0);
        }

        List<String> quoted = topic.forming().stream().map(TradingDayTest::text).toList();
        System.out.println("Trading day: " + quoted.size() + " quotes, "
                + counts.all().unchanged() + " unchanged, "
                + market.calls.size() + " calls, " + link.drops() + " drops, " + link.throttled() + " throttled, "
                + link.unknown() + " unknown, " + link.gap().toSeconds() + " s of gap");

        // On the topic: what was offered, each once, and nothing else.
        assertEquals(new HashSet<>(quoted).size(), quoted.size());
        assertEquals(new HashSet<>(market.offered), new HashSet<>(quoted));
        assertTrue(quoted.size() > 4_000, "only " + quoted.size() + " quotes");
        assertEquals(quoted.size(), counts.all().quotes());
        assertEquals(market.answers - counts.all().quotes(), counts.all().unchanged());

        // The accounts are those of the stand-in.
        assertTrue(market.kindsPlayed().containsAll(Set.of(Kind.values())), () -> "played " + market.kindsPlayed());
        assertEquals(market.drops(), link.drops());
        assertEquals(market.throttles(), link.throttled());
        assertEquals(market.unknown(), link.unknown());
        assertEquals(market.gap(), link.gap());
        assertTrue(link.gap().compareTo(Duration.ofMinutes(20)) > 0, () -> "gap " + link.gap());

        // The finished bar of the day is there, once for each symbol, and beats what was forming.
        for (String symbol : SYMBOLS) {
            BarSeries series = new BarSeries();
            topic.bars().stream().filter(b -> b.symbol().equals(symbol)).forEach(b -> series.upsert(b, 0));
            Bar last = series.bars().get(series.size() - 1);
            assertEquals(DAY, last.time().date());
            assertFalse(last.isForming(), symbol);
            assertEquals(market.price(symbol, at("16:00")), last.close());
        }
        assertEquals(
                topic.finished().size(),
                topic.finished().stream()
                        .map(b -> b.symbol() + b.time())
                        .distinct()
                        .count());

        // One sentence each time it goes and comes.
        String said = err.toString();
        assertEquals(1, count(said, "yahoo is away since 12:10|yahoo is away since 16:10"), said);
        assertEquals(count(said, "yahoo is away since"), count(said, "yahoo is back after"), said);
        assertTrue(count(said, "10 symbols, [\\d,]+ quotes published") > 300, said);
    }

    @Test
    void needsNoMoreMemoryAfterLunchThanInTheMorning() throws IOException {
        FakeTime time = new FakeTime(at("09:00"));
        Market market = new Market(time);
        market.recording = false;
        List<Long> morning = new ArrayList<>();
        List<Long> afternoon = new ArrayList<>();
        try (StandIn yahoo = new StandIn(market::answer)) {
            Agenda agenda = new Agenda(time);
            StringWriter err = new StringWriter();
            Service service = service(yahoo.url(), agenda, time, err);
            // Several times: what the connections of the moment need, to the stand-in in the same heap, is no growth.
            for (String clock : List.of("10:00", "10:15", "10:30", "10:45")) {
                agenda.at(at(clock), () -> morning.add(usedBytes()));
            }
            for (String clock : List.of("12:45", "13:00", "13:15", "13:30")) {
                agenda.at(at(clock), () -> afternoon.add(usedBytes()));
            }
            agenda.at(at("13:30"), agenda::stop);
            run(service, agenda, new Discard(), err).run();
        }
        assertEquals(4, afternoon.size());
        long grown = Collections.min(afternoon) - Collections.min(morning);
        System.out.println("Heap in the morning " + morning + ", in the afternoon " + afternoon);
        assertTrue(grown < 1024 * 1024, () -> "grew by " + grown + " bytes: " + morning + " to " + afternoon);
    }

    private static Service service(URI url, Agenda agenda, FakeTime time, StringWriter err) {
        YahooConfig config = new YahooConfig(
                url,
                Optional.empty(),
                "Mozilla/5.0",
                Interval.ONE_DAY,
                Duration.ofSeconds(30),
                SYMBOLS,
                new HttpLink.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        return Yahoo.service(config, agenda, time, new PrintWriter(err, true)::println);
    }

    private static LiveRun run(Service service, Agenda agenda, RowPublisher topic, StringWriter err) {
        LiveConfig config = new LiveConfig(
                "stocks", SYMBOLS, Interval.ONE_DAY, Period.ofDays(30), Long.MAX_VALUE, Optional.empty());
        return new LiveRun(config, service, agenda, topic, LiveRun.topicBars(config), new PrintWriter(err, true));
    }

    private static Instant at(String clock) {
        return DAY.atTime(java.time.LocalTime.parse(clock)).atZone(NEW_YORK).toInstant();
    }

    private static String text(Bar bar) {
        return bar.symbol() + " " + bar.quotedAt().toInstant() + " " + bar.close() + " " + (long) bar.volume();
    }

    private static long count(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** What a call meets. */
    private enum Kind {
        GOOD,
        NULL_BAR,
        NO_ADJUSTED_CLOSE,
        NO_TIMESTAMPS,
        NOT_FOUND,
        TOO_MANY,
        UNAVAILABLE,
        HTML,
        BROKEN_JSON,
        SLOW,
        CUT_OFF,
        HUNG_UP
    }

    /** A market of which one call in twenty learns nothing, or not all, and for twenty minutes nobody learns anything. */
    private static final class Market {
        private record Call(Kind kind, boolean quoted) {}

        private final FakeTime time;
        private final TreeMap<Instant, Call> calls = new TreeMap<>();
        private final Set<String> seenBefore = new HashSet<>();
        private final Set<String> opened = new HashSet<>();
        private final List<String> offered = new ArrayList<>();
        private long answers;
        private boolean recording = true;

        Market(FakeTime time) {
            this.time = time;
        }

        synchronized Answer answer(URI uri) {
            Instant now = time.now();
            String symbol = uri.getPath().replaceAll(".*/", "");
            boolean live = uri.getQuery().contains("range=1d");
            boolean away = !now.isBefore(LUNCH) && now.isBefore(LUNCH.plusSeconds(20 * 60));
            Kind kind = away ? Kind.HUNG_UP : live ? kind(symbol, now) : Kind.GOOD;
            // A client that finds its connection closed may ask once more in the same moment; it is one call.
            if (recording && calls.putIfAbsent(now, new Call(kind, live)) == null && live) {
                note(symbol, now, kind);
            }
            String chart = live ? day(symbol, now) : history(symbol, now);
            return switch (kind) {
                case GOOD -> Answer.ok(chart);
                case NULL_BAR -> Answer.ok(chart.replaceAll("\"(open|close)\":\\[[^\\]]+\\]", "\"$1\":[null]"));
                case NO_ADJUSTED_CLOSE -> Answer.ok(Charts.withoutAdjustedCloses(chart));
                case NO_TIMESTAMPS -> Answer.ok(Charts.withoutTimestamps(chart));
                case NOT_FOUND -> new Answer.Status(404, null, Charts.unknown());
                case TOO_MANY -> new Answer.Status(429, "45", "Too Many Requests");
                case UNAVAILABLE -> Answer.status(503);
                case HTML -> Answer.ok("<!doctype html><html><body>We are down for maintenance</body></html>");
                case BROKEN_JSON -> Answer.ok(chart.substring(0, chart.length() / 2));
                case SLOW -> new Answer.Silent();
                case CUT_OFF -> new Answer.CutOff(chart);
                case HUNG_UP -> new Answer.HungUp();
            };
        }

        /** What the program must make of it, by what the stand-in knows. */
        private void note(String symbol, Instant now, Kind kind) {
            boolean whole = kind == Kind.GOOD || kind == Kind.NO_ADJUSTED_CLOSE;
            boolean partial = kind == Kind.NULL_BAR || kind == Kind.NO_TIMESTAMPS;
            if (now.isBefore(at("09:30"))) {
                // Before the opening the last quote is yesterday's, whose bar is finished.
                if (whole) {
                    seenBefore.add(symbol);
                }
                answers += whole || partial && seenBefore.contains(symbol) ? 1 : 0;
                return;
            }
            // Without the day's opening price there is no bar: an earlier answer must have had it.
            if (whole) {
                opened.add(symbol);
            }
            if (whole || partial && opened.contains(symbol)) {
                answers++;
                Instant quote = quotedAt(now);
                String text = symbol + " " + quote + " " + price(symbol, quote) + " " + volume(quote);
                if (!offered.contains(text)) {
                    offered.add(text);
                }
            }
        }

        Set<Kind> kindsPlayed() {
            Set<Kind> kinds = new HashSet<>();
            calls.values().forEach(c -> kinds.add(c.kind()));
            return kinds;
        }

        long drops() {
            return of(Kind.HTML, Kind.BROKEN_JSON, Kind.SLOW, Kind.CUT_OFF, Kind.HUNG_UP);
        }

        long throttles() {
            return of(Kind.TOO_MANY, Kind.UNAVAILABLE);
        }

        long unknown() {
            return of(Kind.NOT_FOUND);
        }

        /** From each first failed call to the next one that got an answer. */
        Duration gap() {
            Set<Kind> failures = Set.of(
                    Kind.HTML,
                    Kind.BROKEN_JSON,
                    Kind.SLOW,
                    Kind.CUT_OFF,
                    Kind.HUNG_UP,
                    Kind.TOO_MANY,
                    Kind.UNAVAILABLE);
            Duration sum = Duration.ZERO;
            Instant since = null;
            for (Instant at : calls.keySet()) {
                if (failures.contains(calls.get(at).kind())) {
                    since = since == null ? at : since;
                } else if (since != null) {
                    sum = sum.plus(Duration.between(since, at));
                    since = null;
                }
            }
            return sum;
        }

        private long of(Kind... kinds) {
            return calls.values().stream()
                    .filter(c -> Set.of(kinds).contains(c.kind()))
                    .count();
        }

        private static Kind kind(String symbol, Instant now) {
            long hash = new java.util.Random(symbol.hashCode() * 31L + now.toEpochMilli() * 7919).nextInt(10_000);
            if (hash >= 500) {
                return Kind.GOOD;
            }
            Kind[] kinds = Kind.values();
            Kind kind = kinds[1 + (int) (hash % (kinds.length - 1))];
            // Each slow one takes a second of real time.
            return kind == Kind.SLOW && hash / kinds.length % 4 != 0 ? Kind.HUNG_UP : kind;
        }

        /** Quotes change every 47 seconds, from the opening to the close. */
        private static Instant quotedAt(Instant now) {
            Instant last = now.isBefore(at("16:00")) ? now : at("16:00");
            long seconds = Duration.between(at("09:30"), last).toSeconds();
            return last.equals(at("16:00")) ? last : at("09:30").plusSeconds(seconds / 47 * 47);
        }

        double price(String symbol, Instant quote) {
            return Math.abs(symbol.hashCode() % 400) + 50 + quote.getEpochSecond() / 47 % 100 / 8.0;
        }

        private static long volume(Instant quote) {
            return 1 + Duration.between(at("09:30"), quote).toSeconds() * 10;
        }

        private String day(String symbol, Instant now) {
            if (now.isBefore(at("09:30"))) {
                Instant close = at("16:00").minus(Duration.ofDays(1));
                return chart(close, price(symbol, close), 77, List.of(bar(symbol, close.minusSeconds(23_400), close)));
            }
            Instant quote = quotedAt(now);
            return chart(quote, price(symbol, quote), volume(quote), List.of(bar(symbol, at("09:30"), quote)));
        }

        /** Two finished days, and the one at hand. */
        private String history(String symbol, Instant now) {
            List<Charts.Candle> candles = new ArrayList<>();
            for (int days = 4; days >= 1; days--) {
                if (days != 3 && days != 2) {
                    Instant open = at("09:30").minus(Duration.ofDays(days));
                    candles.add(bar(symbol, open, open.plusSeconds(23_400)));
                }
            }
            if (!now.isBefore(at("09:30"))) {
                candles.add(bar(symbol, at("09:30"), quotedAt(now)));
            }
            Instant quote = now.isBefore(at("09:30")) ? at("16:00").minus(Duration.ofDays(1)) : quotedAt(now);
            return chart(quote, price(symbol, quote), 77, candles);
        }

        private Charts.Candle bar(String symbol, Instant open, Instant quote) {
            return Charts.Candle.of(open, 60, 1_000, 10, price(symbol, quote), 77);
        }

        private static String chart(Instant quote, double price, long volume, List<Charts.Candle> candles) {
            return Charts.chart("EQUITY", NEW_YORK, at("09:30"), at("16:00"), quote, price, 1_000, 10, volume, candles);
        }
    }

    /** A topic that nobody reads. */
    private static final class Discard implements RowPublisher {
        private final RecordedRows records = new RecordedRows();

        @Override
        public void publish(byte[] key, ByteSlice value) {}

        @Override
        public void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {}

        @Override
        public void redriven(WaitingLetters.Address address, TopicEnds letters) {}

        @Override
        public void commit(tickwing.common.kafka.Position position) {}

        @Override
        public int maxRecordBytes() {
            return records.maxRecordBytes();
        }

        @Override
        public java.util.SortedMap<Integer, Long> rowsByPartition() {
            return records.rowsByPartition();
        }

        @Override
        public void close() {}
    }
}
