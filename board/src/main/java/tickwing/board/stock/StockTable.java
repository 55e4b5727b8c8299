package tickwing.board.stock;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;

/**
 * The rows of a stock view, block by block: the same bars and values as in a snapshot, without ever holding more values than
 * a block has. For one thread; blocks may go to others.
 */
public final class StockTable implements Iterator<StockTable.Block> {
    /** Enough to be worth handing to another thread. */
    private static final int ROWS = 500;

    /**
     * Rows one after the other; nobody else uses the arrays.
     *
     * @param times of each row's bar
     * @param closes of each row's bar
     * @param values by column, then by row; NaN where there is none
     */
    public record Block(BarTime[] times, double[] closes, double[][] values) {}

    private final StockView view;
    private final List<Bar> bars;
    private final Span span;
    private final Studies studies;
    private int next;

    StockTable(StockView view, List<Bar> bars) {
        this.view = view;
        this.bars = bars;
        span = Span.of(view.range(), bars);
        studies = new Studies(view.studies(), view.interval());
    }

    /** The names of the columns, study by study in the view's order. */
    public List<String> columns() {
        return view.studies().stream()
                .flatMap(study -> study.columns().stream())
                .toList();
    }

    @Override
    public boolean hasNext() {
        return Math.max(next, span.from()) < span.to();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        for (; next < span.from(); next++) {
            studies.update(bars.get(next));
        }
        int rows = Math.min(ROWS, span.to() - next);
        // The bars themselves are gone by the time the block is written: they are four times as large.
        Block block = new Block(new BarTime[rows], new double[rows], new double[studies.columns()][rows]);
        for (int row = 0; row < rows; row++, next++) {
            Bar bar = bars.get(next);
            studies.update(bar);
            studies.copyTo(block.values, row);
            block.times[row] = bar.time();
            block.closes[row] = bar.close();
        }
        return block;
    }
}
