package tickwing.charts.show;

import tickwing.board.Board;
import tickwing.board.view.Snapshot;
import tickwing.board.view.View;
import tickwing.charts.view.ChartView;

/**
 * How a board is shown: which charts there are, what of the board each is a view of, and how that is drawn. For any thread.
 *
 * @param <T> what a record's value holds
 * @param <V> what the board can be asked for
 */
public interface Gallery<T, V extends View> {
    Board<T, V> board();

    /** What there is in the newest edition. */
    Contents contents();

    /** The view that the chart of this name is made of. */
    V view(String name);

    /** How a snapshot of that view is drawn. */
    ChartView chart(String name, Snapshot snapshot);

    /** Whether there is nothing to show in the newest edition. */
    boolean isEmpty();

    /** What there is no room for in the newest edition, as a phrase that is part of the note, too; empty where there is room. */
    String leftOut();
}
