package tickwing.charts.show;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.edition.Figures;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Axis;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.board.view.View;
import tickwing.charts.view.ChartView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.record.Decoded;

/** Shows charts that are made already; each time that there are others is an edition. */
public final class FakeGallery implements Gallery<Bar, StockView>, Board<Bar, StockView> {
    private volatile List<ChartView> charts = List.of();
    private volatile String note = "";
    private volatile long version;

    /** From now on there are these charts. */
    public void show(List<ChartView> now, String itsNote) {
        charts = List.copyOf(now);
        note = itsNote;
        version++;
    }

    @Override
    public Board<Bar, StockView> board() {
        return this;
    }

    @Override
    public Contents contents() {
        return new Contents(
                charts.stream().map(ChartView::name).toList(), out -> out.append("symbol,time,close\n"), note);
    }

    @Override
    public StockView view(String name) {
        return StockView.all(name, Interval.ONE_DAY, List.of());
    }

    @Override
    public ChartView chart(String name, Snapshot snapshot) {
        return charts.stream()
                .filter(chart -> chart.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean isEmpty() {
        return names().isEmpty();
    }

    @Override
    public String leftOut() {
        return "";
    }

    @Override
    public Subscription subscribe(StockView view, Runnable news) {
        return new Subscription() {
            private long seen = -1;

            @Override
            public View view() {
                return view;
            }

            @Override
            public Optional<Update> next() {
                if (seen == version) {
                    return Optional.empty();
                }
                seen = version;
                return Optional.of(new Update.Whole(new Snapshot(
                        view,
                        version,
                        ReaderStatus.NONE,
                        new Axis.Days(new long[0]),
                        List.of(),
                        0,
                        Optional.empty(),
                        List.of())));
            }

            @Override
            public boolean await(Duration most) {
                return seen != version;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<Decoded<Bar>> decode(byte[] key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accept(Bar value, long publishedAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publish(ReaderStatus status) {
        version++;
    }

    @Override
    public List<Name> names() {
        return charts.stream().map(chart -> new Name(chart.name(), 0)).toList();
    }

    @Override
    public Figures figures() {
        return new Figures(version, 0, 0, 0, 0);
    }
}
