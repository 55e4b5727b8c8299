package tickwing.charts;

import java.awt.Rectangle;
import java.time.Duration;
import java.util.List;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.Output;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;

/**
 * How a consumer is to run.
 *
 * @param settings the broker
 * @param program its name, which the window's title and the group's name start with
 * @param topic where records come from
 * @param group the consumer group; null for a reader that belongs to none
 * @param groupIsGenerated whether that is one that nobody has named, to be deleted at the end
 * @param mode when to stop, and whether there is a window
 * @param refresh time from one refresh to the next
 * @param outputs what to rewrite at each refresh
 * @param bounds where the window opens; null for where it was the last time, or beside other windows
 * @param theme colours of window and files
 */
record ChartConfig(
        ClientSettings settings,
        String program,
        String topic,
        String group,
        boolean groupIsGenerated,
        Mode mode,
        Duration refresh,
        List<Output> outputs,
        Rectangle bounds,
        Theme theme) {

    enum Mode {
        /** Up to the end that the topic has now. */
        ONCE,
        /** Until told to stop, files only. */
        FILES,
        /** Until the window is closed. */
        WINDOW
    }

    ChartConfig {
        TopicName.check(topic);
        outputs = List.copyOf(outputs);
        if (refresh.compareTo(Duration.ofMillis(100)) < 0) {
            throw new UsageError("--refresh must be at least 100ms.");
        }
        if (mode == Mode.FILES && outputs.isEmpty()) {
            throw new UsageError("With --no-window there is nothing to see without --output; name a .png, .svg or .csv"
                    + " file, or - for CSV on standard output.");
        }
    }
}
