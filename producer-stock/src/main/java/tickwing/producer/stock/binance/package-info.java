/** Cryptocurrencies from Binance's public market data, which needs no key. */
package tickwing.producer.stock.binance;
