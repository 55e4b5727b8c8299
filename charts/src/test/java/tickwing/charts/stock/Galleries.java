package tickwing.charts.stock;

import java.util.List;
import java.util.Set;
import tickwing.analytics.indicator.Study;
import tickwing.board.view.StockView;
import tickwing.charts.show.Gallery;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;

/** Real boards for the tests of other packages. */
public final class Galleries {
    private Galleries() {}

    /** Daily bars of all symbols. */
    public static Gallery<Bar, StockView> daily(List<Study> studies) {
        return new StockGallery(StockLook.of(studies), Interval.ONE_DAY, StockStyle.LINE, Set.of(), 10_000);
    }
}
