package tickwing.common.kafka;

import java.time.Duration;
import tickwing.common.metrics.ReaderMetrics;
import tickwing.common.metrics.RecordMetrics;

/** Who is told how a reader gets on. */
interface ReadingMeter {
    /** Nobody: what a producer reads back, to see where it stands, is nothing that it has published. */
    ReadingMeter NONE = new ReadingMeter() {
        @Override
        public void records(long many) {}

        @Override
        public void rejected() {}

        @Override
        public void reading(long lag, long waiting, Duration silence) {}
    };

    /** The metrics of this process, of which reading is the work. */
    ReadingMeter PROCESS = new ReadingMeter() {
        @Override
        public void records(long many) {
            RecordMetrics.records(many);
        }

        @Override
        public void rejected() {
            RecordMetrics.rejected();
        }

        @Override
        public void reading(long lag, long waiting, Duration silence) {
            ReaderMetrics.reading(lag, waiting, silence);
        }
    };

    void records(long many);

    void rejected();

    /** As {@link ReaderMetrics#reading}. */
    void reading(long lag, long waiting, Duration silence);
}
