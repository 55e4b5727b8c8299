package tickwing.board.stock;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;

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
     * @param bars one for each row
     * @param values by column, then by row; NaN where there is none
     */
    public record Block(List<Bar> bars, double[][] values) {}

    private final List<String> columns;
    private final List<Bar> bars;
    private final Span span;
    private final Studies studies;
    private int next;

    StockTable(StockView view, List<Bar> bars) {
        columns = view.studies().stream()
                .flatMap(study -> study.columns().stream())
                .toList();
        this.bars = bars;
        span = Span.of(view.range(), bars);
        studies = new Studies(view.studies(), view.interval());
    }

    /** The names of the columns, study by study in the view's order. */
    public List<String> columns() {
        return columns;
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
        Bar[] its = new Bar[rows];
        double[][] values = new double[studies.columns()][rows];
        for (int row = 0; row < rows; row++, next++) {
            its[row] = bars.get(next);
            studies.update(its[row]);
            studies.copyTo(values, row);
        }
        return new Block(Collections.unmodifiableList(Arrays.asList(its)), values);
    }
}
