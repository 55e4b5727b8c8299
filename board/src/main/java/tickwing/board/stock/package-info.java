/** Bars by symbol, in any interval, with studies. */
package tickwing.board.stock;
