package tickwing.board.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Origin;
import tickwing.common.kafka.ReaderStatus;

/**
 * What has changed between two snapshots of a view: {@link Snapshot#with} makes the later one of the earlier one.
 *
 * @param since the version of the earlier snapshot
 * @param version the version of the later one
 * @param status as it is now, as are the other facts that are no values
 * @param dropped how many positions at the beginning are no longer there
 * @param from the first position, of the later snapshot, at which anything is new
 * @param axis the positions from there on; empty where no value has changed
 * @param panes all panes, with the values from there on
 */
public record Delta(
        View view,
        long since,
        long version,
        ReaderStatus status,
        int dropped,
        int from,
        Axis axis,
        List<Pane> panes,
        int formingFrom,
        Optional<BarTime> simulatedSince,
        Origin origin,
        List<Note> notes)
        implements Update {

    public Delta {
        Objects.requireNonNull(view);
        Objects.requireNonNull(status);
        Objects.requireNonNull(axis);
        Objects.requireNonNull(simulatedSince);
        Objects.requireNonNull(origin);
        panes = List.copyOf(panes);
        notes = List.copyOf(notes);
    }
}
