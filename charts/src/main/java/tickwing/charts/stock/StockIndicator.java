package tickwing.charts.stock;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import tickwing.charts.view.Line;
import tickwing.common.bar.Bar;

/**
 * What a stock consumer computes and how it looks.
 *
 * @param title what stands beside the symbol, with the parameters: {@code Bollinger Bands 20, 2}
 * @param unit what the y axis measures
 * @param columns what {@link Calculation} returns for each bar, in order; CSV columns and lines at once
 * @param calculation makes a calculation that has seen no bar yet; asked for one each symbol and refresh
 * @param guides y values that are marked by a thin line
 * @param yMin where the y axis starts; NaN to fit the data
 * @param yMax where the y axis ends; NaN to fit the data
 */
public record StockIndicator(
        String title,
        Unit unit,
        List<Column> columns,
        Supplier<Calculation> calculation,
        List<Double> guides,
        double yMin,
        double yMax) {

    /** What values are measured in. */
    public enum Unit {
        /** As the bars are; candles can be drawn beside them. */
        PRICE("price per share"),
        /** Hundredths. */
        PERCENT("percent");

        /** What the axis is called. */
        final String title;

        Unit(String title) {
            this.title = title;
        }
    }

    /**
     * One value for each bar.
     *
     * @param name its CSV column, and what the legend calls it
     * @param role how its line is drawn
     * @param colour which of the palette's series colours its line has
     */
    public record Column(String name, Line.Role role, int colour) {}

    /** Fed the bars of one symbol, in order of time. */
    @FunctionalInterface
    public interface Calculation {
        /** One value for each column, in an array that nobody else uses; NaN during warm-up. */
        double[] update(Bar bar);
    }

    public StockIndicator {
        Objects.requireNonNull(title);
        columns = List.copyOf(columns);
        guides = List.copyOf(guides);
    }

    /** An indicator in price units, on an axis that fits the data. */
    public static StockIndicator ofPrice(String title, List<Column> columns, Supplier<Calculation> calculation) {
        return new StockIndicator(title, Unit.PRICE, columns, calculation, List.of(), Double.NaN, Double.NaN);
    }

    String yTitle() {
        return unit.title;
    }

    boolean isOfPrice() {
        return unit == Unit.PRICE;
    }

    /**
     * An indicator in price units with one line, drawn over the closing price.
     *
     * @param column its CSV column, and what the legend calls it
     * @param calculation makes a function from one close after the other to the line's value; NaN during warm-up
     */
    public static StockIndicator line(String title, String column, Supplier<DoubleUnaryOperator> calculation) {
        List<Column> columns =
                List.of(new Column("close", Line.Role.MAIN, 7), new Column(column, Line.Role.DERIVED, 1));
        return ofPrice(title, columns, () -> {
            DoubleUnaryOperator line = calculation.get();
            return bar -> new double[] {bar.close(), line.applyAsDouble(bar.close())};
        });
    }
}
