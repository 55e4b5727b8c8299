package tickwing.producer.stock.source;

import java.util.Set;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;

/**
 * Where bars come from. A source is one object for one command line: it holds its own options until it runs.
 *
 * <p>To the command line belong, besides the source's own options, those of {@link SharedOptions} and
 * {@link tickwing.replay.RunOptions} that it names; an option that no source names goes with all of them.
 */
public interface StockSource {
    /** Its name for {@code --source}. */
    String name();

    /** What messages call it. */
    default String title() {
        return "--source " + name();
    }

    /** An object with picocli's annotations on its fields: the options that are the source's own. */
    Object options();

    /** The names of those options that are declared elsewhere and which it takes, though not all sources do; {@code FILE}, too. */
    Set<String> takes();

    /**
     * Publishes until there is no more, there is enough, or Ctrl-C. No option was given that it does not take.
     *
     * @return an {@link ExitCode}
     * @throws UsageError when its options do not go together
     * @throws UserError when it cannot go on
     */
    int run(Context context);
}
