package tickwing.charts.view;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Charts in order, of which each is made by the first who looks at it, on his thread: of a thousand symbols a window
 * shows six, and CSV none. Never changes.
 */
public final class Charts extends AbstractList<ChartView> {
    /** A chart that is made when it is asked for first. Any thread may ask. */
    public static final class Lazy {
        private final String name;
        private Supplier<ChartView> maker;
        private ChartView view;

        /** @param name what the chart will be called */
        public Lazy(String name, Supplier<ChartView> maker) {
            this.name = name;
            this.maker = maker;
        }

        synchronized ChartView view() {
            if (view == null) {
                view = maker.get();
                maker = null;
            }
            return view;
        }
    }

    private final List<Lazy> charts;

    private Charts(List<Lazy> charts) {
        this.charts = List.copyOf(charts);
    }

    /** Charts that are not made yet. */
    public static Charts lazy(List<Lazy> charts) {
        return new Charts(charts);
    }

    static Charts of(List<ChartView> views) {
        return new Charts(
                views.stream().map(view -> new Lazy(view.name(), () -> view)).toList());
    }

    @Override
    public ChartView get(int i) {
        return charts.get(i).view();
    }

    @Override
    public int size() {
        return charts.size();
    }

    /** What the charts are called; makes none. */
    public List<String> names() {
        return charts.stream().map(chart -> chart.name).toList();
    }

    /** Those with one of the names; makes none. */
    public Charts only(Collection<String> names) {
        return new Charts(
                charts.stream().filter(chart -> names.contains(chart.name)).toList());
    }
}
