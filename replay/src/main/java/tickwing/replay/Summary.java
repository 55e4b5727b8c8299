package tickwing.replay;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tickwing.common.kafka.DeadLetters;
import tickwing.replay.input.Input;

/** The line that a run ends with. */
final class Summary {
    /** Fewer rows than this may lie as they like. */
    private static final long ROWS_WORTH_SPREADING = 100;

    private Summary() {}

    static String of(
            List<Input> inputs,
            String topic,
            Accounts accounts,
            SortedMap<Integer, Long> partitions,
            long nanos,
            boolean interrupted) {
        String what = inputs.size() == 1 ? inputs.get(0).toString() : inputs.size() + " files";
        return what + ": " + Numbers.grouped(accounts.read()) + " rows read, "
                + Numbers.grouped(accounts.published()) + " published to " + topic + ", "
                + Numbers.grouped(accounts.rejected()) + " rejected"
                + (accounts.rejected() > 0 ? " (see topic " + DeadLetters.topicOf(topic) + ")" : "") + ", "
                + (accounts.filtered() > 0 ? Numbers.grouped(accounts.filtered()) + " filtered, " : "")
                + Numbers.rate(accounts.read(), nanos) + " rows/s"
                + partitions.entrySet().stream()
                        .map(p -> p.getKey() + ": " + Numbers.grouped(p.getValue()))
                        .collect(Collectors.joining(", ", partitions.isEmpty() ? "" : "; by partition ", ""))
                + skew(partitions)
                + (interrupted ? "; interrupted." : ".");
    }

    /** Says so when one of several partitions holds more than half of the rows; empty otherwise. */
    private static String skew(SortedMap<Integer, Long> partitions) {
        long all = partitions.values().stream().mapToLong(Long::longValue).sum();
        if (all < ROWS_WORTH_SPREADING || partitions.size() < 2) {
            return "";
        }
        return partitions.entrySet().stream()
                .filter(p -> 2 * p.getValue() > all)
                .findFirst()
                .map(p -> " (" + 100 * p.getValue() / all + "% are in partition " + p.getKey()
                        + ", which another --key may mend)")
                .orElse("");
    }
}
