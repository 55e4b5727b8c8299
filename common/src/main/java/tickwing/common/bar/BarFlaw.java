package tickwing.common.bar;

/**
 * What keeps values from being a bar: the one place that knows. Whoever reads bars, from records, files or services, asks
 * here and words the answer for his readers. All answers are null where nothing is wrong.
 *
 * <p>Neither that prices are more than 0 nor that open and close lie between low and high is asked of every bar: futures
 * have been traded below 0, and prices that were adjusted for splits and dividends are off by their rounding. Of an
 * exchange's own trades both are asked: {@link #inTrades}.
 *
 * @param field which value
 * @param fault what is wrong with it
 */
public record BarFlaw(Field field, Fault fault) {
    /** The values of a bar that can be wrong; any adjusted close is right. */
    public enum Field {
        SYMBOL,
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        VOLUME
    }

    /** What can be wrong with them. */
    public enum Fault {
        /** There is none, or nothing but blanks. */
        MISSING,
        /** More than {@link Bar#MAX_SYMBOL} characters. */
        TOO_LONG,
        /** A price that is NaN or infinite, or an infinite volume. */
        NOT_FINITE,
        /** A high below the low. */
        BELOW_LOW,
        /** A price of 0 or less, where things are traded. */
        NOT_POSITIVE,
        /** A price that is not between low and high, where both are those of trades. */
        OUT_OF_RANGE,
        NEGATIVE,
        /** More than {@link Bar#MAX_VOLUME}. */
        TOO_LARGE
    }

    /** What is wrong with the values of any bar, summed up ones among them. */
    static BarFlaw of(String symbol, double open, double high, double low, double close, double volume) {
        BarFlaw flaw = inSymbol(symbol);
        flaw = flaw == null ? inPrices(open, high, low, close) : flaw;
        return flaw == null ? inVolume(volume) : flaw;
    }

    /** @param symbol may be null */
    public static BarFlaw inSymbol(String symbol) {
        if (symbol == null || symbol.isBlank()) {
            return new BarFlaw(Field.SYMBOL, Fault.MISSING);
        }
        return symbol.length() > Bar.MAX_SYMBOL ? new BarFlaw(Field.SYMBOL, Fault.TOO_LONG) : null;
    }

    /** What is wrong with the prices of any bar; NaN stands for one that is missing. */
    public static BarFlaw inPrices(double open, double high, double low, double close) {
        if (!Double.isFinite(open)) {
            return new BarFlaw(Field.OPEN, Fault.NOT_FINITE);
        }
        if (!Double.isFinite(high)) {
            return new BarFlaw(Field.HIGH, Fault.NOT_FINITE);
        }
        if (!Double.isFinite(low)) {
            return new BarFlaw(Field.LOW, Fault.NOT_FINITE);
        }
        if (!Double.isFinite(close)) {
            return new BarFlaw(Field.CLOSE, Fault.NOT_FINITE);
        }
        return high < low ? new BarFlaw(Field.HIGH, Fault.BELOW_LOW) : null;
    }

    /** What is wrong with prices that are those of an exchange's own trades. */
    public static BarFlaw inTrades(double open, double high, double low, double close) {
        BarFlaw flaw = inPrices(open, high, low, close);
        if (flaw != null) {
            return flaw;
        }
        if (low <= 0) {
            return new BarFlaw(Field.LOW, Fault.NOT_POSITIVE);
        }
        if (open < low || open > high) {
            return new BarFlaw(Field.OPEN, Fault.OUT_OF_RANGE);
        }
        return close < low || close > high ? new BarFlaw(Field.CLOSE, Fault.OUT_OF_RANGE) : null;
    }

    /** What is wrong with the volume of one record, row or candle; NaN, which is unknown, is right. */
    public static BarFlaw inRecordedVolume(double volume) {
        return volume > Bar.MAX_VOLUME ? new BarFlaw(Field.VOLUME, Fault.TOO_LARGE) : inVolume(volume);
    }

    /** Sums may be larger than any record's. */
    private static BarFlaw inVolume(double volume) {
        if (Double.isInfinite(volume)) {
            return new BarFlaw(Field.VOLUME, Fault.NOT_FINITE);
        }
        return volume < 0 ? new BarFlaw(Field.VOLUME, Fault.NEGATIVE) : null;
    }
}
