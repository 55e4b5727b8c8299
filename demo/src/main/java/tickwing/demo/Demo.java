package tickwing.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

/** All together. */
@Command(name = "demo", description = "All together.")
public final class Demo implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(Program.run(new Demo(), args));
    }

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
