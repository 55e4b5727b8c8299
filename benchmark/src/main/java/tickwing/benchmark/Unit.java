package tickwing.benchmark;

/** What a figure counts. */
public enum Unit {
    RECORDS_A_SECOND("records/s", 0),
    MILLISECONDS("ms", 1),
    NANOSECONDS("ns", 1),
    SECONDS("s", 2),
    MEGABYTES("MB", 0),
    PERCENT("% of a core", 2);

    private final String symbol;
    private final int decimals;

    Unit(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    String symbol() {
        return symbol;
    }

    int decimals() {
        return decimals;
    }
}
