package tickwing.charts.view;

/**
 * Open, high, low and close at each position of a chart's axis.
 *
 * @param shown whether candles are drawn; else they are only there to be read
 * @param open in price units, as are all; one for each position; never changed by anyone
 */
public record Candles(boolean shown, double[] open, double[] high, double[] low, double[] close, long[] volume) {}
