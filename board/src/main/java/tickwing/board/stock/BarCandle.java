package tickwing.board.stock;

import tickwing.analytics.indicator.Candle;
import tickwing.common.bar.Bar;

/** Shows bar after bar as a candle; one object for a whole series. */
final class BarCandle implements Candle {
    private Bar bar;

    BarCandle of(Bar its) {
        bar = its;
        return this;
    }

    @Override
    public long day() {
        return bar.time().date().toEpochDay();
    }

    @Override
    public double open() {
        return bar.open();
    }

    @Override
    public double high() {
        return bar.high();
    }

    @Override
    public double low() {
        return bar.low();
    }

    @Override
    public double close() {
        return bar.close();
    }

    @Override
    public double volume() {
        return bar.volume();
    }
}
