package tickwing.common.kafka;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a topic's partitions end: tells what was on it at a moment from what came later, which no clock can where several
 * machines write to it. As text {@code 0:17,1:4}.
 */
public final class TopicEnds {
    /** Takes in all there is: what older versions wrote, who did not say. */
    public static final TopicEnds ALL = new TopicEnds(null);

    private final SortedMap<Integer, Long> ends;

    private TopicEnds(SortedMap<Integer, Long> ends) {
        this.ends = ends;
    }

    /** @param ends the offset behind the last record, by partition */
    public static TopicEnds of(Map<Integer, Long> ends) {
        return new TopicEnds(new TreeMap<>(ends));
    }

    /** Understands what {@link #toString} says; any other text takes in all. */
    static TopicEnds parse(String text) {
        if (!text.matches("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*")) {
            return ALL;
        }
        SortedMap<Integer, Long> ends = new TreeMap<>();
        for (String end : text.split(",")) {
            int colon = end.indexOf(':');
            ends.put(Integer.valueOf(end.substring(0, colon)), Long.valueOf(end.substring(colon + 1)));
        }
        return new TopicEnds(ends);
    }

    /** Whether a record stands before its partition's end. */
    public boolean takeIn(int partition, long offset) {
        return ends == null || offset < ends.getOrDefault(partition, 0L);
    }

    /** What either of both takes in. */
    TopicEnds or(TopicEnds other) {
        if (ends == null || other.ends == null) {
            return ALL;
        }
        SortedMap<Integer, Long> both = new TreeMap<>(ends);
        other.ends.forEach((partition, end) -> both.merge(partition, end, Math::max));
        return new TopicEnds(both);
    }

    @Override
    public String toString() {
        return ends == null
                ? "true"
                : ends.entrySet().stream()
                        .map(end -> end.getKey() + ":" + end.getValue())
                        .collect(Collectors.joining(","));
    }
}
