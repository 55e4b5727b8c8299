package tickwing.board.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Pane.Place;
import tickwing.analytics.indicator.Pane.Range;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.Unit;
import tickwing.board.view.Candles;
import tickwing.board.view.Pane;
import tickwing.board.view.Series;

/** Where the studies of a view are: the prices first, with all that is drawn over them, then a pane for each of the others. */
final class StockPanes {
    private final List<Study> studies;

    StockPanes(List<Study> studies) {
        this.studies = studies;
    }

    List<Pane> of(StockValues values) {
        List<Study> overPrice = new ArrayList<>();
        List<Series> overPriceSeries = new ArrayList<>();
        List<Double> guides = new ArrayList<>();
        List<Pane> below = new ArrayList<>();
        int column = 0;
        for (Study study : studies) {
            List<Series> series = series(study, values, column);
            column += series.size();
            if (study.indicator().pane().place() == Place.OVER_PRICE) {
                overPrice.add(study);
                overPriceSeries.addAll(series);
                guides.addAll(study.indicator().pane().guides());
            } else {
                below.add(pane(study, series));
            }
        }
        List<Pane> panes = new ArrayList<>();
        panes.add(new Pane(
                overPrice,
                Unit.PRICE,
                Double.NaN,
                Double.NaN,
                guides.stream().sorted().toList(),
                Optional.of(values.candles()),
                overPriceSeries));
        panes.addAll(below);
        return panes;
    }

    private static List<Series> series(Study study, StockValues values, int firstColumn) {
        List<Series> series = new ArrayList<>();
        List<Output> outputs = study.indicator().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            series.add(new Series(
                    study.columns().get(i),
                    output.shape(),
                    output.shift(study.arguments()),
                    values.column(firstColumn + i)));
        }
        return series;
    }

    private static Pane pane(Study study, List<Series> series) {
        tickwing.analytics.indicator.Pane its = study.indicator().pane();
        return new Pane(
                List.of(study),
                its.unit(),
                its.range().map(Range::least).orElse(Double.NaN),
                its.range().map(Range::most).orElse(Double.NaN),
                its.guides(),
                Optional.<Candles>empty(),
                series);
    }
}
