/** Flights by day and airline. */
package tickwing.board.flight;
