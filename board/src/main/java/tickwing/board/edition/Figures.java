package tickwing.board.edition;

/**
 * What a board has done so far; for metrics, and to see that nothing is done twice.
 *
 * @param editions how many there were
 * @param views how many views are watched now
 * @param subscriptions how many watch them
 * @param viewsComputed how often a view was worked out for an edition, however many watch it
 * @param barsCalculated how many bars went into the studies of views; each counts once a view
 */
public record Figures(long editions, int views, int subscriptions, long viewsComputed, long barsCalculated) {}
