package tickwing.tail;

import java.io.PrintWriter;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.TopicArgument;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.error.UserError;
import tickwing.common.kafka.BackgroundAdmin;
import tickwing.common.kafka.BrokerFailure;
import tickwing.common.kafka.BrokerProblem;
import tickwing.common.kafka.TlsPort;
import tickwing.common.kafka.TopicTail;

/** Reads a topic and prints it, until there is no more to print or Ctrl-C. */
final class TailRun {
    private final TailConfig config;
    private final PrintWriter out;
    /** Null until there is one; whoever interrupts comes from another thread. */
    private volatile TopicTail tail;

    private volatile boolean stopped;

    TailRun(TailConfig config, PrintWriter out) {
        this.config = config;
        this.out = out;
    }

    /**
     * @return an {@link ExitCode}
     * @throws UserError when there is no such topic, or no broker answers
     * @throws StandardOutputLost when nobody reads any more
     */
    int run() {
        TlsPort.refusePlaintext(config.settings());
        // Outermost: Java ends when this is closed.
        try (Interruption interruption = new Interruption(this::stop);
                BackgroundAdmin admin = new BackgroundAdmin(config.settings())) {
            // While the consumer is set up.
            admin.get();
            int code = read(admin);
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        } catch (BrokerFailure e) {
            throw inWords(config, e);
        }
    }

    private void stop() {
        stopped = true;
        TopicTail now = tail;
        if (now != null) {
            now.stop();
        }
    }

    private int read(BackgroundAdmin admin) {
        try (TopicTail own = TopicTail.open(config.settings(), config.source(), admin)) {
            tail = own;
            if (stopped) {
                own.stop();
            }
            PrintedRecords printed = new PrintedRecords(config.layout(), out, config.key(), config.most());
            switch (config.reach()) {
                case ONCE -> own.readToEnd(printed);
                case ALL -> own.readUntilStopped(TopicTail.From.BEGINNING, printed);
                case NEW -> own.readUntilStopped(TopicTail.From.END, printed);
            }
            // The reader has said what waits for whom.
            return config.reach() == TailConfig.Reach.ONCE && own.waiting() > 0 ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    /** The failure as somebody should read it who has named a topic, and no option for it. */
    static UserError inWords(TailConfig config, BrokerFailure failure) {
        if (!(failure.problem() instanceof BrokerProblem.TopicMissing missing)) {
            return failure;
        }
        return config.kind() == TailConfig.Kind.DEAD_LETTERS
                ? new UserError("Topic " + missing.topic() + " does not exist: no row of " + config.topic()
                        + " was ever rejected.")
                : TopicArgument.missing(missing.topic());
    }
}
