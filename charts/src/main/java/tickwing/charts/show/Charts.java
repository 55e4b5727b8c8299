package tickwing.charts.show;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Delta;
import tickwing.board.view.Snapshot;
import tickwing.board.view.Update;
import tickwing.board.view.View;
import tickwing.charts.view.ChartView;

/**
 * The charts that one subscriber looks at. Only their views are watched, and so only these are ever worked out: of a thousand
 * symbols a window shows six, and CSV none. For one thread at a time.
 */
public final class Charts<V extends View> implements AutoCloseable {
    /** One of them, with what was seen of it last. */
    private final class Chart {
        private final String name;
        private final Subscription subscription;
        private Snapshot seen;
        private ChartView view;

        Chart(String name) {
            this.name = name;
            subscription = gallery.board().subscribe(gallery.view(name));
        }

        void update() {
            subscription.next().ifPresent(update -> {
                Snapshot now = update instanceof Delta delta ? seen.with(delta) : ((Update.Whole) update).snapshot();
                if (seen == null || !looksTheSame(update)) {
                    view = gallery.chart(name, now);
                }
                seen = now;
            });
        }

        /** Whether all that is new is the edition, or how reading goes. */
        private boolean looksTheSame(Update update) {
            return update instanceof Delta delta
                    && delta.dropped() == 0
                    && delta.from() == seen.size()
                    && delta.axis().size() == 0
                    && delta.formingFrom() == seen.formingFrom()
                    && delta.simulatedSince().equals(seen.simulatedSince());
        }
    }

    private final Gallery<?, V> gallery;
    private final Map<String, Chart> watched = new HashMap<>();

    public Charts(Gallery<?, V> gallery) {
        this.gallery = gallery;
    }

    /**
     * The charts of these names as they are now; those of other names are let go. A chart that looks the same as before is the
     * very same object.
     */
    public List<ChartView> newest(List<String> names) {
        watch(names);
        watched.values().forEach(Chart::update);
        return views(names);
    }

    /** The charts of these names as they were seen last, those that were not as they are now; those of other names are let go. */
    public List<ChartView> held(List<String> names) {
        watch(names);
        watched.values().stream().filter(chart -> chart.view == null).forEach(Chart::update);
        return views(names);
    }

    private void watch(List<String> names) {
        watched.values().removeIf(chart -> {
            boolean gone = !names.contains(chart.name);
            if (gone) {
                chart.subscription.close();
            }
            return gone;
        });
        names.forEach(name -> watched.computeIfAbsent(name, Chart::new));
    }

    private List<ChartView> views(List<String> names) {
        return names.stream().map(name -> watched.get(name).view).toList();
    }

    /** Lets all of them go. */
    @Override
    public void close() {
        watch(List.of());
    }
}
