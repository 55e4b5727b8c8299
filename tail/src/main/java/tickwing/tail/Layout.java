package tickwing.tail;

import java.io.IOException;
import java.io.Writer;
import tickwing.common.kafka.TopicRecord;

/** What a record looks like. Long values are written as they are worked out, not put together first. */
@FunctionalInterface
interface Layout {
    /** Writes a record and the end of its last line. */
    void print(TopicRecord record, Writer out) throws IOException;
}
