package tickwing.charts.stock;

/**
 * A column of a stock table.
 *
 * @param name what it is called
 * @param output which output of the studies it has, counted over all of them; {@link #CLOSE} for the bars' closes
 */
record Column(String name, int output) {
    static final int CLOSE = -1;

    static Column close() {
        return new Column("close", CLOSE);
    }
}
