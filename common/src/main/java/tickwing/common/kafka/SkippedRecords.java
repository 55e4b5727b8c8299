package tickwing.common.kafka;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.record.Reason;

/** The records of a topic that could not be read: counted, and logged once per kind. Belongs to the reading thread. */
final class SkippedRecords {
    private static final Logger log = LoggerFactory.getLogger(SkippedRecords.class);

    private final ReadingMeter meter;
    private final Set<String> kinds = new HashSet<>();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private long count;
    private String last = "";

    SkippedRecords(ReadingMeter meter) {
        this.meter = meter;
    }

    /** Counts a record. */
    void add(ConsumerRecord<?, ?> record, Reason reason, String kind) {
        count++;
        reasons.merge(reason, 1L, Long::sum);
        meter.rejected(reason);
        tell(record, kind);
    }

    /** Says what else is wrong with a record that is counted already. */
    void tell(ConsumerRecord<?, ?> record, String kind) {
        last = record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + kind;
        if (kinds.add(kind)) {
            log.warn("Skipped {}; further ones of this kind are only counted.", last);
        }
    }

    /** Begins from nothing; what has been logged is not logged again. */
    void clear() {
        count = 0;
        reasons.clear();
        last = "";
    }

    long count() {
        return count;
    }

    /** How many there are for each reason that there was. */
    Map<Reason, Long> reasons() {
        return reasons;
    }

    /** Which was the last, and why; empty when there is none. */
    String last() {
        return last;
    }
}
