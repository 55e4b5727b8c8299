/** Live quotes: history first, then what a service quotes, for as long as the program runs. */
package tickwing.producer.stock.live;
