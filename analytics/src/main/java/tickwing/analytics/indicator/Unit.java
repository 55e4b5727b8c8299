package tickwing.analytics.indicator;

/** What a number counts. */
public enum Unit {
    BARS("bars"),
    /** As the prices of the series: in the currency of the listing. */
    PRICE("price"),
    PERCENT("percent"),
    /** As the volumes of the series. */
    VOLUME("volume"),
    STANDARD_DEVIATIONS("standard deviations"),
    TRUE_RANGES("average true ranges"),
    /** A plain number. */
    NUMBER("");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** As it is written after a number; empty for a plain one. */
    public String words() {
        return words;
    }
}
