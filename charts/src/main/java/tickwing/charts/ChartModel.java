package tickwing.charts;

import java.util.List;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;

/**
 * What a consumer makes of its topic. Owned by the reading thread, which calls all but {@link #decode}; only snapshots leave it.
 *
 * @param <T> what a record's value holds
 */
public interface ChartModel<T> {
    /** What a record's value holds, usually one thing; never throws; several threads at once may ask. */
    List<Decoded<T>> decode(byte[] value);

    /** @param timestamp when it was published, in milliseconds since 1970 UTC */
    void accept(T value, long timestamp);

    /** All that is to be seen now. */
    Snapshot snapshot();
}
