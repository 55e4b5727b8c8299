package tickwing.consumer.aroon;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Aroon. */
@Command(name = "consumer-aroon", description = "Aroon.")
public final class ConsumerAroon implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerAroon(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
