package tickwing.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.kafka.ClusterSurvey.Settings;
import tickwing.replay.PublishedFile;
import tickwing.topics.Overview.FileRow;
import tickwing.topics.Overview.GroupRow;
import tickwing.topics.Overview.TopicRow;

class OverviewOutputTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private static final Overview OVERVIEW = new Overview(
            List.of(
                    new TopicRow(
                            "flights",
                            3,
                            1,
                            OptionalLong.of(20_004),
                            UNKNOWN,
                            Optional.of(new Settings(-1, -1, "delete"))),
                    new TopicRow("other.dlq", 12, 3, UNKNOWN, UNKNOWN, Optional.empty())),
            List.of(
                    new GroupRow("g\u001b[2J", "flights", "Stable", 2, OptionalLong.of(17)),
                    new GroupRow("idle", "", "Empty", 0, UNKNOWN)),
            List.of(new FileRow(
                    "flights", new PublishedFile("producer-flight", "j\u00fcn\n.csv", "", 1, false, 10, 7, 2, 1))));

    @Test
    void alignsWhatPeopleRead() {
        assertEquals(
                List.of(
                        "TOPIC      PARTITIONS  REPLICAS  OFFSETS  RETENTION  CLEANUP",
                        "flights             3         1    20004  forever    delete",
                        "other.dlq          12         3        -  -          -",
                        "",
                        "GROUP       TOPIC    STATE   MEMBERS  LAG",
                        "g\\u001b[2J  flights  Stable        2   17",
                        "idle        -        Empty         0    -",
                        "",
                        "FILE       TOPIC    PROGRAM          COPY  ROWS  PUBLISHED  REJECTED  LEFT OUT  STATE",
                        "j\u00fcn\\n.csv  flights  producer-flight     1    10          7         2         1  begun"),
                OverviewText.lines(OVERVIEW));
    }

    @Test
    void hasAColumnForRecordsThatWereCounted() {
        TopicRow counted = new TopicRow(
                "t", 1, 1, OptionalLong.of(5), OptionalLong.of(3), Optional.of(new Settings(-1, -1, "compact")));
        assertEquals(
                List.of(
                        "TOPIC  PARTITIONS  REPLICAS  OFFSETS  RECORDS  RETENTION  CLEANUP",
                        "t               1         1        5        3  forever    compact"),
                OverviewText.lines(new Overview(List.of(counted), List.of(), List.of())));
    }

    @Test
    void saysThatThereIsNothing() {
        Overview nothing = new Overview(List.of(), List.of(), List.of());
        assertEquals(List.of("There are no topics."), OverviewText.lines(nothing));
        assertEquals(List.of(), OverviewJson.lines(nothing));
    }

    @Test
    void printsAnObjectALineForPrograms() {
        assertEquals(
                List.of(
                        "{\"kind\":\"topic\",\"topic\":\"flights\",\"partitions\":3,\"replicas\":1,\"offsets\":20004,"
                                + "\"records\":null,\"retention_ms\":-1,\"retention_bytes\":-1,\"cleanup\":\"delete\"}",
                        "{\"kind\":\"topic\",\"topic\":\"other.dlq\",\"partitions\":12,\"replicas\":3,\"offsets\":null,"
                                + "\"records\":null,\"retention_ms\":null,\"retention_bytes\":null,\"cleanup\":null}",
                        "{\"kind\":\"group\",\"group\":\"g\\u001B[2J\",\"topic\":\"flights\",\"state\":\"Stable\","
                                + "\"members\":2,\"lag\":17}",
                        "{\"kind\":\"group\",\"group\":\"idle\",\"topic\":null,\"state\":\"Empty\",\"members\":0,"
                                + "\"lag\":null}",
                        "{\"kind\":\"file\",\"file\":\"j\u00fcn\\n.csv\",\"folder\":null,\"topic\":\"flights\","
                                + "\"program\":\"producer-flight\",\"copy\":1,\"rows\":10,\"published\":7,\"rejected\":2,"
                                + "\"left_out\":1,\"complete\":false}"),
                OverviewJson.lines(OVERVIEW));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, -1, forever",
        "604800000, -1, 7d",
        "5400000, -1, 90m",
        "1234, -1, 1234ms",
        "0, -1, 0ms",
        "-1, 1073741824, 1 GB",
        "86400000, 1000, 1d or 1000 B"
    })
    void saysHowLongRecordsAreKept(long millis, long bytes, String text) {
        assertEquals(text, Retention.text(new Settings(millis, bytes, "delete")));
    }
}
