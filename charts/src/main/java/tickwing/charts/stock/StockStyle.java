package tickwing.charts.stock;

/** How prices are drawn, where an indicator is in price units. */
enum StockStyle {
    /** A line from close to close. */
    LINE,
    /** A candle for each bar. */
    CANDLES;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
