package tickwing.charts.stock;

import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;

/** What stands above a stock's chart and beside it. */
final class StockTitle {
    /** What the axis of prices is called. */
    static final String PRICE = "price per share";

    private StockTitle() {}

    /** @param what between the symbol and the interval, with the dots that part it from the symbol; may be empty */
    static String of(StockView view, String what, Snapshot snapshot) {
        String title = view.symbol() + what + " · " + view.interval();
        return snapshot.simulatedSince()
                .map(first -> title + " · SIMULATED from " + first.date() + " on")
                .orElse(title);
    }
}
