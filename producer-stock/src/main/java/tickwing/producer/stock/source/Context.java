package tickwing.producer.stock.source;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.SortedSet;
import java.util.function.Consumer;
import tickwing.common.kafka.ClientSettings;
import tickwing.replay.RunOptions;

/**
 * What a source is given to run with.
 *
 * @param program names positions
 * @param settings the broker
 * @param topic where bars go
 * @param outlet the same topic, for sources that publish live
 * @param symbols which symbols, as they were named; empty for those the source finds
 * @param shared options that several sources take
 * @param run files, how many records at the most, report
 * @param in what {@code -} stands for
 * @param out takes the summary
 * @param err takes what is told on the way
 */
public record Context(
        String program,
        ClientSettings settings,
        String topic,
        Outlet outlet,
        SortedSet<String> symbols,
        SharedOptions shared,
        RunOptions run,
        InputStream in,
        PrintWriter out,
        PrintWriter err) {

    /** Takes sentences for the user who waits. */
    public Consumer<String> teller() {
        return sentence -> {
            err.println(sentence);
            err.flush();
        };
    }
}
