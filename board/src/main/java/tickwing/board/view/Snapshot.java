package tickwing.board.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Origin;
import tickwing.common.kafka.ReaderStatus;

/**
 * A view at one moment: data only, never changed, for any thread. Two are equal when all of it is, values bit by bit.
 *
 * @param version of the board; a later snapshot has a higher one
 * @param status how the board's topic is read
 * @param axis the positions of all values
 * @param panes from top to bottom
 * @param formingFrom from which position on values can still change; the axis's size where none can
 * @param simulatedSince the first bar that is made up, which may be before the first position; empty where none is
 * @param origin where the prices come from, as the symbol's newest records have it
 */
public record Snapshot(
        View view,
        long version,
        ReaderStatus status,
        Axis axis,
        List<Pane> panes,
        int formingFrom,
        Optional<BarTime> simulatedSince,
        Origin origin,
        List<Note> notes) {

    public Snapshot {
        Objects.requireNonNull(view);
        Objects.requireNonNull(status);
        Objects.requireNonNull(simulatedSince);
        Objects.requireNonNull(origin);
        panes = List.copyOf(panes);
        notes = List.copyOf(notes);
        for (Pane pane : panes) {
            for (double[] values : pane.arrays()) {
                if (values.length != axis.size()) {
                    throw new IllegalArgumentException(values.length + " values at " + axis.size() + " positions");
                }
            }
        }
    }

    /** A view of which nobody says where it comes from. */
    public Snapshot(
            View view,
            long version,
            ReaderStatus status,
            Axis axis,
            List<Pane> panes,
            int formingFrom,
            Optional<BarTime> simulatedSince,
            List<Note> notes) {
        this(view, version, status, axis, panes, formingFrom, simulatedSince, Origin.UNKNOWN, notes);
    }

    /** How many positions there are. */
    public int size() {
        return axis.size();
    }

    /** Whether the same is to be seen, at whatever version and status of the reader. */
    public boolean showsTheSameAs(Snapshot other) {
        return equals(new Snapshot(
                other.view,
                version,
                status,
                other.axis,
                other.panes,
                other.formingFrom,
                other.simulatedSince,
                other.origin,
                other.notes));
    }

    /**
     * The snapshot that the delta leads to.
     *
     * @throws IllegalArgumentException if the delta starts at another snapshot
     */
    public Snapshot with(Delta delta) {
        if (!delta.view().equals(view) || delta.since() != version) {
            throw new IllegalArgumentException("a delta since version " + delta.since() + " for version " + version);
        }
        int from = delta.dropped();
        int to = from + delta.from();
        boolean isSame = from == 0 && to == size() && delta.axis().size() == 0;
        List<Pane> changed = new ArrayList<>();
        for (int i = 0; i < panes.size() && !isSame; i++) {
            changed.add(panes.get(i).part(from, to).followedBy(delta.panes().get(i)));
        }
        return new Snapshot(
                view,
                delta.version(),
                delta.status(),
                isSame ? axis : axis.part(from, to).followedBy(delta.axis()),
                isSame ? panes : changed,
                delta.formingFrom(),
                delta.simulatedSince(),
                delta.origin(),
                delta.notes());
    }
}
