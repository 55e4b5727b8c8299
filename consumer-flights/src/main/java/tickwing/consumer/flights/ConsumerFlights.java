package tickwing.consumer.flights;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Flights per day. */
@Command(name = "consumer-flights", description = "Flights per day.")
public final class ConsumerFlights implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerFlights(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
