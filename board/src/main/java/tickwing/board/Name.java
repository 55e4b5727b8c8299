package tickwing.board;

/**
 * One of the things on a board.
 *
 * @param name a symbol, an airline's code
 * @param count how many bars, or flights, there are of it
 */
public record Name(String name, long count) {}
