/** What a source of bars is, and what the program hands to it. */
package tickwing.producer.stock.source;
