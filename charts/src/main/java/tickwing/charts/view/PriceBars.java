package tickwing.charts.view;

/**
 * Open, high, low and close at each position of a chart's axis.
 *
 * @param shown whether candles are drawn; else they are only there to be read
 * @param prices one of each for each position
 */
public record PriceBars(boolean shown, tickwing.board.view.Candles prices) {
    public double[] open() {
        return prices.open();
    }

    public double[] high() {
        return prices.high();
    }

    public double[] low() {
        return prices.low();
    }

    public double[] close() {
        return prices.close();
    }

    /** NaN where it is unknown. */
    public double[] volume() {
        return prices.volume();
    }
}
