package tickwing.broker;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** Apache Kafka itself. */
@Command(name = "broker", description = "Apache Kafka itself.")
public final class Broker implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new Broker(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
