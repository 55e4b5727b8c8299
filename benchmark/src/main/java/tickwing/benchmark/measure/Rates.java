package tickwing.benchmark.measure;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.ProducerPerformance;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Run;

/** What the sections run in common. */
final class Rates {
    /** What a producer of the suite says at its end. */
    static final Pattern SUITE_RATE = Pattern.compile(" ([\\d,]+) rows/s");

    private static final Pattern KAFKA_RATE = Pattern.compile(", ([\\d.]+) records/sec");

    private Rates() {}

    /** The rate that a producer of the suite measured, from the first row to the last commit. */
    static double suiteRate(Run run) {
        return run.number(SUITE_RATE);
    }

    /** The rate that kafka-producer-perf-test measured, from the first record to the last acknowledgement. */
    static double kafkaRate(Run run) {
        return run.number(KAFKA_RATE);
    }

    /** kafka-producer-perf-test. */
    static Run producePerf(Lab lab, String topic, int records, String payload, String... properties)
            throws InterruptedException {
        String[] head = {
            "--topic",
            topic,
            "--num-records",
            Integer.toString(records),
            "--throughput",
            "-1",
            "--payload-file",
            payload,
            "--producer-props",
            "bootstrap.servers=" + lab.address()
        };
        return lab.tool(
                ProducerPerformance.class,
                Stream.concat(Stream.of(head), Stream.of(properties)).toArray(String[]::new));
    }

    /** kafka-consumer-perf-test. */
    static Run consumePerf(Lab lab, String topic, int records) throws InterruptedException {
        return lab.tool(
                ConsumerPerformance.class,
                "--bootstrap-server",
                lab.address(),
                "--topic",
                topic,
                "--messages",
                Integer.toString(records));
    }
}
