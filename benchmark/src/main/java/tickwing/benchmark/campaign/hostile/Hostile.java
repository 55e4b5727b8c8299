package tickwing.benchmark.campaign.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.benchmark.campaign.TestBroker;
import tickwing.benchmark.campaign.Testbed;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UsageError;

/**
 * Does to every program what somebody who means ill would do: names, sizes, encodings, files that are cut off, topics made
 * anew, transactions left open, full disks, noise. No program may end that should not, nothing may be drawn wrong with exit
 * code 0, and no text may be obeyed.
 */
@Command(
        name = "hostile",
        description = "Sends hostile names, records, files, disks and answers at every program; none may give way.")
public final class Hostile implements Callable<Integer> {
    private static final List<Attack> ATTACKS = List.of(
            new Names(), new RecordValues(), new InputFiles(), new TopicChanges(), new Disks(), new NoisyPorts());

    @Option(names = "--only", paramLabel = "TEXT", description = "Only attacks whose name contains this.")
    private String only = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Attack> chosen =
                ATTACKS.stream().filter(attack -> attack.name().contains(only)).toList();
        if (chosen.isEmpty()) {
            throw new UsageError("--only '" + only + "' is in the name of no attack.");
        }
        boolean passed = true;
        try (Testbed testbed = Testbed.open(spec.commandLine().getOut())) {
            for (Attack attack : chosen) {
                passed &= holds(attack, testbed);
            }
        }
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean holds(Attack attack, Testbed testbed) throws IOException, InterruptedException {
        long start = System.nanoTime();
        TestBroker broker = testbed.broker("broker-" + attack.getClass().getSimpleName(), "--port", "0");
        Scene scene = new Scene(testbed, broker);
        try {
            attack.run(scene);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            scene.expect(false, "the attack itself has failed: %s", e);
        } finally {
            testbed.stopAll();
        }
        testbed.say(
                "%s: %s, %d s",
                attack.name(),
                scene.failures().isEmpty() ? "held" : scene.failures().size() + " things gave way",
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        scene.failures().forEach(failure -> testbed.say("  %s", failure));
        return scene.failures().isEmpty();
    }
}
