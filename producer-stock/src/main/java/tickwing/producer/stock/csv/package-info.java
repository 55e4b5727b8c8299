/** Bars from CSV files, in the layouts that yfinance and its like write. */
package tickwing.producer.stock.csv;
