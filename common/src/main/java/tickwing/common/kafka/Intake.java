package tickwing.common.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tickwing.common.record.Decoded;
import tickwing.common.record.Decoded.Ok;
import tickwing.common.record.Decoded.Rejected;
import tickwing.common.record.Decoder;
import tickwing.common.record.Reason;

/** What becomes of each record that is read: what decodes is handed over, what does not is rejected. Belongs to the reading thread. */
final class Intake<T> {
    private final Decoder<T> decoder;
    private final TopicReader.Sink<? super T> sink;
    private final SkippedRecords skipped;

    Intake(Decoder<T> decoder, TopicReader.Sink<? super T> sink, SkippedRecords skipped) {
        this.decoder = decoder;
        this.sink = sink;
        this.skipped = skipped;
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (!DeadLetters.isMarker(record.headers())) {
                skipped.add(record, Reason.NO_VALUE, "the record has no value");
            }
        } else if (BoundedBytes.isTooLarge(record.value())) {
            skipped.add(record, Reason.TOO_LARGE, "the value is larger than 4 MB");
        } else {
            boolean whole = true;
            for (Decoded<T> each : decoder.decode(record.key(), record.value())) {
                if (each instanceof Ok<T> ok) {
                    sink.accept(ok.value(), record.timestamp());
                } else if (each instanceof Rejected<T> bad) {
                    // Of an array, each element may be wrong in its own way; it is one record all the same.
                    if (whole) {
                        skipped.add(record, bad.reason(), bad.kind());
                    } else {
                        skipped.tell(record, bad.kind());
                    }
                    whole = false;
                }
            }
        }
    }
}
