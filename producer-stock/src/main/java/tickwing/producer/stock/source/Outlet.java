package tickwing.producer.stock.source;

import tickwing.common.bar.Bar;
import tickwing.common.error.UserError;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicReader;

/** The topic that bars go to. */
public interface Outlet {
    /**
     * Makes the topic when there is none; before all else.
     *
     * @throws UserError when the broker cannot be reached, or refuses it
     */
    void ensure();

    /** Reads the bars that are on it, up to the end that it has now. */
    void read(TopicReader.Sink<Bar> sink);

    /** Publishes to it: no retry doubles a record, but there is no position. The caller closes it. */
    RowPublisher open();
}
