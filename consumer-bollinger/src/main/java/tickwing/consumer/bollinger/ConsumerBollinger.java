package tickwing.consumer.bollinger;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Bollinger Bands. */
@Command(name = "consumer-bollinger", description = "Bollinger Bands.")
public final class ConsumerBollinger implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerBollinger(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
