package tickwing.topics;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.cli.TopicArgument;
import tickwing.common.kafka.BrokerFailure;
import tickwing.common.kafka.BrokerProblem;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.ClusterSurvey;
import tickwing.common.kafka.ClusterSurvey.Topic;
import tickwing.common.kafka.RecordCount;

/** What is on a broker: topics, consumer groups, and how far files are published. */
@Command(
        name = "topics",
        description = {
            "Lists the topics of a broker, the consumer groups with their lag, and how far files are published.",
            "",
            "OFFSETS are those between a topic's oldest record and its end. They are records as long as no transaction"
                    + " wrote to the topic, each of which takes one more in every partition, and one for every record"
                    + " that it did not commit; --count counts the records."
        })
public final class TopicsProgram implements Callable<Integer> {
    @Parameters(
            paramLabel = "TOPIC",
            description = "Only these topics, and the groups and files that have to do with them (default: all).")
    private Set<String> names = new LinkedHashSet<>();

    @Option(names = "--all", order = 1, description = "Also the topics that Kafka keeps for itself.")
    private boolean all;

    @Option(
            names = "--count",
            order = 2,
            description =
                    "Read the topics and count their committed records, which takes as long as reading them does.")
    private boolean count;

    @Option(names = "--json", order = 3, description = "Print a JSON object a line: kind is topic, group or file.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec command;

    public static void main(String[] args) {
        System.exit(Program.run(new TopicsProgram(), args));
    }

    @Override
    public Integer call() {
        names.forEach(TopicArgument::check);
        Overview overview = look(kafka.settings());
        PrintWriter out = command.commandLine().getOut();
        (json ? OverviewJson.lines(overview) : OverviewText.lines(overview)).forEach(line -> out.print(line + "\n"));
        out.flush();
        return ExitCode.DONE;
    }

    private Overview look(ClientSettings settings) {
        try (ClusterSurvey survey = ClusterSurvey.open(settings)) {
            List<Topic> topics = names.isEmpty() ? survey.topics(all) : survey.topics(names);
            Map<String, Long> counts = new HashMap<>();
            if (count) {
                topics.forEach(topic -> counts.put(topic.name(), RecordCount.of(settings, topic.name())));
            }
            Overview.Groups wanted = names.isEmpty() ? Overview.Groups.ALL : Overview.Groups.OF_THE_TOPICS;
            return Overview.of(topics, survey.groups(), wanted, counts);
        } catch (BrokerFailure e) {
            if (e.problem() instanceof BrokerProblem.TopicMissing missing) {
                throw TopicArgument.missing(missing.topic());
            }
            throw e;
        }
    }
}
