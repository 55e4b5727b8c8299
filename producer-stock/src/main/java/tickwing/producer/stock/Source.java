package tickwing.producer.stock;

/** Where bars come from; the names are those of {@code --source}. */
enum Source {
    /** CSV files. */
    csv,
    /** Made-up quotes. */
    simulated,
    /** Yahoo Finance. */
    yahoo,
    /** Binance. */
    binance
}
