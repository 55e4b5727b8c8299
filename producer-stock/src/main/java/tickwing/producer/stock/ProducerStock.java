package tickwing.producer.stock;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Publishes stock bars. */
@Command(name = "producer-stock", description = "Publishes stock bars.")
public final class ProducerStock implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new ProducerStock(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
