package tickwing.producer.stock.simulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Random;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * One symbol's made-up trading days, tick by tick: geometric Brownian motion of the price, in so many steps a day. All
 * ticks of a day but the last give the bar as it is forming, quoted between the opening and the closing bell of the New
 * York exchanges; the last gives the finished bar. Weekends are skipped, holidays are not.
 */
final class SimulatedStock {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPENING = LocalTime.of(9, 30);
    private static final long TRADING_SECONDS = 390 * 60;

    private final String symbol;
    private final Behaviour behaviour;
    private final int ticksPerBar;
    private final Random random;
    private double price;
    private LocalDate day;
    private int tick;
    private double open;
    private double high;
    private double low;
    private long volume;

    /**
     * @param price where it starts, in price units; more than 0
     * @param lastDay the last trading day before it starts
     * @param ticksPerBar 1 or more
     */
    SimulatedStock(
            String symbol, Behaviour behaviour, double price, LocalDate lastDay, int ticksPerBar, Random random) {
        this.symbol = symbol;
        this.behaviour = behaviour;
        this.price = price;
        this.day = nextTradingDay(lastDay);
        this.ticksPerBar = ticksPerBar;
        this.random = random;
    }

    /** The bar after the next tick. */
    Bar next() {
        price *= Math.exp(behaviour.logReturn() / ticksPerBar
                + behaviour.volatility() * Math.sqrt(1.0 / ticksPerBar) * random.nextGaussian());
        double shown = rounded(price);
        if (tick == 0) {
            open = shown;
            high = shown;
            low = shown;
            volume = 0;
        }
        high = Math.max(high, shown);
        low = Math.min(low, shown);
        volume += Math.round(behaviour.volume() / ticksPerBar * (0.5 + random.nextDouble()));
        tick++;
        return tick < ticksPerBar ? bar(shown, quotedAt()) : finish(shown);
    }

    private Bar finish(double close) {
        Bar finished = bar(close, null);
        day = nextTradingDay(day);
        tick = 0;
        return finished;
    }

    private Bar bar(double close, OffsetDateTime quotedAt) {
        return new Bar(
                symbol, Interval.ONE_DAY, BarTime.of(day), open, high, low, close, Double.NaN, volume, quotedAt, true);
    }

    private OffsetDateTime quotedAt() {
        LocalTime time = OPENING.plusSeconds(TRADING_SECONDS * tick / ticksPerBar);
        return day.atTime(time).atZone(NEW_YORK).toOffsetDateTime();
    }

    private static LocalDate nextTradingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** To the cent, or to six significant digits where a cent is much. */
    private static double rounded(double price) {
        int digits = price >= 10 ? 2 : 5 - (int) Math.floor(Math.log10(price));
        return BigDecimal.valueOf(price)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
