package tickwing.charts;

import java.util.List;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.kafka.TopicReader;

/**
 * What a consumer makes of its topic. Owned by the reading thread, which calls everything here; only snapshots leave it.
 *
 * @param <T> what a record's value holds
 */
public interface ChartModel<T> extends TopicReader.Sink<T> {
    /** What a record's value holds, usually one thing; never throws. */
    List<Decoded<T>> decode(byte[] value);

    /** Begins anew, with nothing taken yet. */
    @Override
    void clear();

    /** All that is to be seen now. */
    Snapshot snapshot();

    /** What there was no room for, as a phrase that is part of the snapshot's note, too; empty when there is room for all. */
    default String leftOut() {
        return "";
    }
}
