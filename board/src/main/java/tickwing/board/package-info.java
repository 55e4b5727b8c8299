/** What is known about a topic now, fed by one reading thread and asked by any number of subscribers. */
package tickwing.board;
