package tickwing.common.bar;

/** What keeps values from being a bar, wherever they come from. */
public enum BarFlaw {
    NO_SYMBOL("Symbol is missing"),
    LONG_SYMBOL("Symbol is longer than " + Bar.MAX_SYMBOL + " characters"),
    PRICE_NOT_FINITE("a price is not finite"),
    HIGH_BELOW_LOW("High is below Low"),
    NEGATIVE_VOLUME("Volume is negative"),
    INFINITE_VOLUME("Volume is not finite");

    private final String phrase;

    BarFlaw(String phrase) {
        this.phrase = phrase;
    }

    /** In a few words, by the names of a record's fields. */
    public String phrase() {
        return phrase;
    }

    /**
     * The first flaw there is; null when these are the values of a bar.
     *
     * @param volume NaN where it is unknown, which is no flaw
     */
    public static BarFlaw of(String symbol, double open, double high, double low, double close, double volume) {
        if (symbol == null || symbol.isBlank()) {
            return NO_SYMBOL;
        }
        if (symbol.length() > Bar.MAX_SYMBOL) {
            return LONG_SYMBOL;
        }
        if (!Double.isFinite(open) || !Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
            return PRICE_NOT_FINITE;
        }
        if (high < low) {
            return HIGH_BELOW_LOW;
        }
        if (volume < 0) {
            return NEGATIVE_VOLUME;
        }
        return Double.isInfinite(volume) ? INFINITE_VOLUME : null;
    }
}
