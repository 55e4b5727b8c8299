/**
 * Quotes and history from Yahoo Finance, by the endpoints that its own pages use. Yahoo has never documented or promised
 * them; its data is for personal use.
 */
package tickwing.producer.stock.yahoo;
