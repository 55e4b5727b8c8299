package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Aroon;
import tickwing.analytics.indicator.BollingerBands;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.board.view.Candles;
import tickwing.board.view.Pane;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/**
 * One study of the catalogue as a chart of one pane, and as a table: over the prices, or alone where it is none.
 *
 * @param study what is computed
 * @param parts the lines of the chart and the columns of the table, in order
 */
public record StudyChart(Study study, List<Part> parts) implements StockLook {
    /**
     * One of the lines.
     *
     * @param name of the study's output, or {@code close} for the closing prices; what column and legend call it
     * @param role how its line is drawn
     * @param colour which of the palette's series colours its line has
     */
    public record Part(String name, Line.Role role, int colour) {}

    public StudyChart {
        parts = List.copyOf(parts);
    }

    /** Bollinger Bands over the closing prices. The arguments may lie beyond what the catalogue takes from others. */
    public static StudyChart bollinger(BollingerBands.Params params) {
        return of(
                Catalogue.bollinger(),
                List.of((double) params.period(), params.width()),
                new Part("close", Line.Role.MAIN, 7),
                new Part("middle", Line.Role.DERIVED, 1),
                new Part("upper", Line.Role.BAND_UPPER, 0),
                new Part("lower", Line.Role.BAND_LOWER, 0));
    }

    /** Aroon up, down and oscillator. The period may lie beyond what the catalogue takes from others. */
    public static StudyChart aroon(Aroon.Params params) {
        return of(
                Catalogue.aroon(),
                List.of((double) params.period()),
                new Part("up", Line.Role.DERIVED, 2),
                new Part("down", Line.Role.DERIVED, 1),
                new Part("oscillator", Line.Role.MAIN, 0));
    }

    /** @param arguments for all of the indicator's parameters, in order */
    static StudyChart of(Indicator indicator, List<Double> arguments, Part... parts) {
        return new StudyChart(new Study(indicator, new Arguments(indicator.parameters(), arguments)), List.of(parts));
    }

    @Override
    public List<Study> studies() {
        return List.of(study);
    }

    @Override
    public List<Column> columns() {
        return parts.stream().map(part -> new Column(part.name(), output(part))).toList();
    }

    private int output(Part part) {
        List<String> names =
                study.indicator().outputs().stream().map(Output::name).toList();
        return part.name().equals("close") ? Column.CLOSE : names.indexOf(part.name());
    }

    @Override
    public ChartView chart(Snapshot snapshot, StockView view, StockStyle style) {
        Optional<Candles> prices = snapshot.panes().get(0).candles();
        boolean overPrice = study.indicator().pane().place() == tickwing.analytics.indicator.Pane.Place.OVER_PRICE;
        Pane pane = snapshot.panes().get(overPrice ? 0 : 1);
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            int output = output(part);
            double[] values = output == Column.CLOSE
                    ? prices.orElseThrow().close()
                    : pane.series().get(output).values();
            lines.add(new Line(part.name(), part.role(), part.colour(), values));
        }
        return new ChartView(
                view.symbol(),
                StockTitle.of(view, " · " + study.title(), snapshot),
                overPrice ? StockTitle.PRICE : pane.unit().words(),
                ChartAxis.counting(snapshot.axis()),
                snapshot.formingFrom(),
                lines,
                new tickwing.charts.view.PriceBars(overPrice && style == StockStyle.CANDLES, prices.orElseThrow()),
                pane.guides(),
                pane.least(),
                pane.most());
    }
}
