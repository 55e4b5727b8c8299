package tickwing.board.stock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** Bars as they come: mostly in order, but late, corrected, doubled, made up and still forming ones among them. */
final class Arrivals {
    /** A record. */
    record Arrival(Bar bar, long publishedAt) {}

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    /** A week before the clocks go forward. */
    private static final LocalDate START = LocalDate.of(2014, 3, 3);

    private final Random random;
    private final List<Arrival> all = new ArrayList<>();
    private int day;
    private int minute;
    private long clock;

    Arrivals(long seed) {
        random = new Random(seed);
    }

    /** All there were so far. */
    List<Arrival> all() {
        return all;
    }

    /** The next record. */
    Arrival next() {
        clock += random.nextInt(3);
        Arrival arrival = new Arrival(bar(), clock);
        if (!all.isEmpty() && random.nextInt(12) == 0) {
            arrival = all.get(random.nextInt(all.size()));
        }
        all.add(arrival);
        return arrival;
    }

    private Bar bar() {
        String symbol = random.nextInt(4) == 0 ? "B" : "A";
        return switch (random.nextInt(20)) {
            case 0 ->
                bar(
                        symbol,
                        Interval.ONE_WEEK,
                        BarTime.of(date(random.nextInt(day + 1)).with(DayOfWeek.MONDAY)));
            case 1, 2 -> bar(symbol, Interval.ONE_DAY, BarTime.of(date(random.nextInt(day + 1))));
            case 3 -> bar(symbol, Interval.ONE_MINUTE, minute(random.nextInt(minute + 1)));
            case 4, 5, 6, 7, 8 -> bar(symbol, Interval.ONE_MINUTE, minute(minute += random.nextInt(9)));
            case 9 -> bar(symbol, Interval.THIRTY_MINUTES, minute(minute / 30 * 30));
            default -> bar(symbol, Interval.ONE_DAY, BarTime.of(date(day += random.nextInt(3))));
        };
    }

    private static LocalDate date(int number) {
        return START.plusDays(number / 5 * 7L + number % 5);
    }

    private static BarTime minute(int number) {
        ZonedDateTime open = date(number / 90).atTime(9, 30).atZone(EXCHANGE);
        return BarTime.of(open.plusMinutes(number % 90).toOffsetDateTime());
    }

    private Bar bar(String symbol, Interval interval, BarTime time) {
        double close = 50 + random.nextInt(1_000) / 10.0;
        OffsetDateTime quotedAt = random.nextInt(4) > 0
                ? null
                : time.date().atTime(12, random.nextInt(60)).atZone(EXCHANGE).toOffsetDateTime();
        return new Bar(
                symbol,
                interval,
                time,
                close - random.nextInt(3),
                close + random.nextInt(3),
                close - 3,
                close,
                Double.NaN,
                random.nextInt(5) == 0 ? Double.NaN : random.nextInt(1_000) / 8.0 + random.nextInt(3) * 0.1,
                quotedAt,
                random.nextInt(10) == 0);
    }

    /** What somebody sees who asks a board that was given all of the records before anybody asked. */
    static Snapshot fromScratch(List<Arrival> records, StockView view) {
        StockBoard board = new StockBoard(Set.of(), 1_000);
        records.forEach(record -> board.accept(record.bar(), record.publishedAt()));
        board.publish(ReaderStatus.NONE);
        return whole(board, view);
    }

    /** What somebody sees who comes now. */
    static Snapshot whole(StockBoard board, StockView view) {
        try (Subscription subscription = board.subscribe(view)) {
            return ((Update.Whole) subscription.next().orElseThrow()).snapshot();
        }
    }
}
