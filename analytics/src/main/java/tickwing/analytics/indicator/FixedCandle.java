package tickwing.analytics.indicator;

record FixedCandle(long day, double open, double high, double low, double close, double volume) implements Candle {}
