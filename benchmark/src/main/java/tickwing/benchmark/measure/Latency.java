package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.MILLISECONDS;

import java.util.regex.Pattern;
import org.apache.kafka.tools.EndToEndLatency;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;

/**
 * From publishing a quote to the series behind the chart, at 1,000 quotes a second, beside EndToEndLatency, which sends
 * one record after the other and waits for each. Both are 99th percentiles; the tool knows whole milliseconds only.
 */
public final class Latency implements Section {
    private static final String SUITE = "quote to chart state, p99";
    private static final String TOOL = "EndToEndLatency, p99";
    private static final Pattern TOOL_P99 = Pattern.compile("99th = (\\d+)");
    private static final Pattern SUITE_P99 = Pattern.compile("p99 ([\\d.]+) ms");

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        String quotes = "quotes-" + round;
        lab.createTopic(quotes);
        Run suite = lab.tool(LatencyProbe.class, lab.address(), quotes);
        results.add(SUITE, MILLISECONDS, suite.number(SUITE_P99), suite.peakMegabytes());
        String latency = "latency-" + round;
        lab.createTopic(latency);
        // A record as long as a quote is.
        Run tool = lab.tool(EndToEndLatency.class, lab.address(), latency, "10000", "all", "150");
        results.add(TOOL, MILLISECONDS, tool.number(TOOL_P99), tool.peakMegabytes());
        lab.deleteTopics(quotes, latency);
    }

    @Override
    public void compare(Results results) {
        results.ratio("quote to chart state / EndToEndLatency, p99", SUITE, TOOL, 2, 1.2);
    }
}
