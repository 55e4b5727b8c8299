package tickwing.producer.flight;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Publishes the flights of CSV files. */
@Command(name = "producer-flight", description = "Publishes the flights of CSV files.")
public final class ProducerFlight implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new ProducerFlight(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
