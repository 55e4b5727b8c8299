/** How what one thread reads becomes what any others see: editions, and views that are carried on from one to the next. */
package tickwing.board.edition;
