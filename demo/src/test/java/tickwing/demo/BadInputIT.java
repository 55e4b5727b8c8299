package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One clear sentence and the right exit code for everything that is wrong. */
class BadInputIT {
    private static final String STOCKS = "Date,Open,High,Low,Close,Adj Close,Volume\n";

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    @BeforeAll
    static void start() throws IOException {
        broker = new Suite.Broker(folder);
        write("empty.csv", "");
        write("headless.csv", "2014,1,1,3,AA\n2014,1,1,3,DL\n");
        write("page.csv", "<!DOCTYPE html>\n<html><title>Please log in</title></html>\n");
        write("bars.csv", "When,Price,Rank\n2013-01-02,1,3\n");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | producer-flight | DIR/none.csv | DIR/none.csv does not exist",
                "1 | producer-flight | DIR | is a directory",
                "1 | producer-flight | DIR/empty.csv | DIR/empty.csv is empty; expected a header line",
                "1 | producer-flight | DIR/headless.csv | DIR/headless.csv:1: no column for the date and none for the",
                "1 | producer-stock  | DIR/bars.csv | DIR/bars.csv:1: there is no column Date",
                "1 | producer-stock  | DIR/empty.csv | DIR/empty.csv is empty",
                "1 | producer-stock  | DIR/page.csv | DIR/page.csv is an HTML page, perhaps a login or an error page",
                "2 | producer-flight | --topic a/b DIR/empty.csv | --topic 'a/b' is not a topic name that Kafka takes",
                "2 | producer-flight | --througput 5 DIR/empty.csv | Unknown option: '--througput'",
                "2 | producer-flight | '' | No FILE is named",
                "2 | producer-flight | --throughput 0 DIR/empty.csv | --throughput must be more than 0",
                "2 | producer-flight | --from 2014-13-01 DIR/empty.csv | option '--from': '2014-13-01' is not a date; expected e.g.",
                "2 | producer-stock  | --source tarot | Invalid value for option '--source'",
                "2 | producer-stock  | --source simulated --topic nothing-there | say what to simulate with --symbols",
                "2 | consumer-bollinger | --period 1 --once | --period must be at least 2 bars, was 1",
                "2 | consumer-aroon  | --period x --once | Invalid value for option '--period'",
                "2 | consumer-indicator | --indicators rsj --once | no indicator \"rsj\"; did you mean rsi?",
                "2 | consumer-flights | --top 0 --once | --top must be at least 1, was 0",
                "2 | consumer-flights | --top 3 --airlines AA --once | mutually exclusive",
                "2 | consumer-flights | --no-window | name a .png, .svg or .csv file",
                "2 | consumer-flights | --once --output chart.gif | ends in .png, .svg or .csv",
                "1 | consumer-flights | --once --topic nowhere | Topic nowhere does not exist",
                "1 | consumer-flights | --once --command-config DIR/none | DIR/none does not exist",
                "2 | demo            | --duration 0s | --duration must be more than 0",
            })
    void saysWhatIsWrong(int code, String program, String options, String sentence) {
        List<Object> all = new ArrayList<>();
        Arrays.stream(options == null ? new String[0] : options.split(" "))
                .filter(o -> !o.isEmpty() && !o.equals("''"))
                .map(BadInputIT::inFolder)
                .forEach(all::add);
        if (!program.equals("demo")) {
            all.addAll(List.of("--bootstrap-server", broker.address()));
        }
        Suite.Ended ended = Suite.run(program, all.toArray());
        assertEquals(code, ended.code(), ended.out() + ended.err());
        assertTrue(ended.err().contains(inFolder(sentence)), ended.err());
        assertTrue(!ended.err().contains("\tat "), "a stack trace: " + ended.err());
        assertEquals("", ended.out());
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "producer-flight, FLIGHTS",
        "producer-stock, --source simulated --symbols AAPL",
        "consumer-flights, --once",
        "consumer-bollinger, --once",
    })
    void saysWithin15SecondsThatNoBrokerAnswers(String program, String options) {
        List<Object> all = new ArrayList<>(List.of("--bootstrap-server", "localhost:1"));
        for (String option : options.split(" ")) {
            all.add(option.equals("FLIGHTS") ? Suite.data("flights/flights-2014-01.csv") : option);
        }
        long start = System.nanoTime();
        Suite.Ended ended = Suite.run(program, all.toArray()).expect(1);
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertTrue(ended.err().contains("No broker answers at localhost:1; start one"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(seconds < 15, seconds + " s");
    }

    @Test
    void rejectsBadBarsToTheDeadLettersAndPublishesTheOthers() throws IOException {
        Path file = write(
                "QQQ.csv",
                STOCKS + "2013-01-02,10,11,9,10.5,,100\n" + "2013-01-03,10,11,9,\"12,3\",,100\n"
                        + "2013-01-04,10,9,11,10,,100\n" + "2013-01-07,10,11,9,10,,-5\n" + "soon,10,11,9,10,,5\n"
                        + "2013-01-08,10,11,9,10.25,,\n");
        Suite.Ended ended = Suite.run("producer-stock", file, "--topic", "qqq", "--bootstrap-server", broker.address())
                .expect(3);
        assertTrue(
                ended.out().contains("6 rows read, 2 published to qqq, 4 rejected (see topic qqq.dlq)"), ended.out());
        for (String sentence : List.of(
                "QQQ.csv:3: close \"12,3\" is not a decimal number; expected e.g. 12.30",
                "QQQ.csv:4: high 9 is below low 11",
                "QQQ.csv:5: volume \"-5\" is negative",
                "QQQ.csv:6: date \"soon\" is not a date; expected e.g. 2013-01-02")) {
            assertTrue(ended.err().contains(sentence), sentence + " is not in:\n" + ended.err());
        }
        assertEquals(4, Topic.deadLetters(broker.address(), "qqq.dlq").size());
        String csv = Suite.run(
                        "consumer-bollinger",
                        "--once",
                        "--period",
                        "2",
                        "--topic",
                        "qqq",
                        "--bootstrap-server",
                        broker.address())
                .expect(0)
                .out();
        assertEquals(
                "symbol,time,close,middle,upper,lower\nQQQ,2013-01-02,10.5,,,\n"
                        + "QQQ,2013-01-08,10.25,10.375,10.625,10.125\n",
                csv);
    }

    @Test
    void keepsAChartGoingWhenRecordsAreBad() throws IOException {
        Path file = write("GOOD.csv", STOCKS + "2013-01-02,10,11,9,10.5,,100\n");
        Suite.run("producer-stock", file, "--topic", "mixed", "--bootstrap-server", broker.address())
                .expect(0);
        // The broker's limit of 1 MB is one of compressed bytes.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.address(), "compression.type", "lz4", "max.request.size", 8_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("mixed", new byte[5_000_000]));
            for (String value : List.of("garbage", "{\"Date\":\"2013-01-02\"}", "{\"Date\":", "[]", "\u0000")) {
                producer.send(new ProducerRecord<>("mixed", value.getBytes(StandardCharsets.UTF_8)));
            }
            producer.send(new ProducerRecord<>("mixed", null));
        }
        Suite.Ended ended = Suite.run(
                        "consumer-bollinger", "--once", "--topic", "mixed", "--bootstrap-server", broker.address())
                .expect(0);
        assertEquals("symbol,time,close,middle,upper,lower\nGOOD,2013-01-02,10.5,,,\n", ended.out());
        assertTrue(ended.err().contains("6 of 8 records could not be read and were skipped"), ended.err());
        assertTrue(ended.err().contains("(3 not JSON, 1 no value, 1 too large, 1 no symbol)"), ended.err());
        Suite.Ended none = Suite.run(
                        "consumer-bollinger",
                        "--once",
                        "--symbols",
                        "BETTER",
                        "--topic",
                        "mixed",
                        "--bootstrap-server",
                        broker.address())
                .expect(1);
        assertEquals("", none.out());
        assertTrue(
                none.err().contains("Topic mixed has nothing to show: no bars of BETTER; there is GOOD."), none.err());
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String inFolder(String text) {
        return text.replace("DIR", folder.toString());
    }
}
