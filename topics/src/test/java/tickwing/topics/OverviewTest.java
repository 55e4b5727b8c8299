package tickwing.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.common.kafka.ClusterSurvey.Group;
import tickwing.common.kafka.ClusterSurvey.Partition;
import tickwing.common.kafka.ClusterSurvey.Settings;
import tickwing.common.kafka.ClusterSurvey.Span;
import tickwing.common.kafka.ClusterSurvey.Topic;
import tickwing.common.kafka.Position;
import tickwing.replay.PublishedFile;

class OverviewTest {
    private static final Partition F0 = new Partition("flights", 0);
    private static final Partition F1 = new Partition("flights", 1);
    private static final Settings FOREVER = new Settings(-1, -1, "delete");
    private static final String BOOKMARK =
            "v=2;bytes=1000;crc32c=0000002a;copy=1;done=false;published=7;rejected=2;filtered=1;folder=/data;selection=all";

    private final Topic flights = topic("flights", Map.of(0, new Span(100, 150), 1, new Span(0, 0)));

    @Test
    void addsUpTheOffsetsThatAreKept() {
        Overview overview = look(List.of(flights), List.of(), Overview.Groups.ALL);
        assertEquals(
                List.of(new Overview.TopicRow(
                        "flights", 2, 1, OptionalLong.of(50), OptionalLong.empty(), Optional.of(FOREVER))),
                overview.topics());
    }

    @Test
    void addsUpNothingWhileAPartitionHasNoLeader() {
        Topic headless = topic("flights", Map.of(0, new Span(100, 150)));
        assertEquals(
                OptionalLong.empty(),
                look(List.of(headless), List.of(), Overview.Groups.ALL)
                        .topics()
                        .get(0)
                        .offsets());
    }

    @Test
    void showsRecordsWhereTheyWereCounted() {
        Overview overview = Overview.of(List.of(flights), List.of(), Overview.Groups.ALL, Map.of("flights", 48L));
        assertEquals(OptionalLong.of(48), overview.topics().get(0).records());
    }

    @Test
    void measuresLagFromWhatIsCommittedToTheEnd() {
        assertEquals(OptionalLong.of(20), lag(Set.of(F0, F1), Map.of(F0, new Position(130, ""))));
    }

    @Test
    void countsNoLagForWhatIsGoneFromTheTopic() {
        assertEquals(OptionalLong.of(50), lag(Set.of(), Map.of(F0, new Position(10, ""))));
        assertEquals(OptionalLong.of(0), lag(Set.of(), Map.of(F0, new Position(999, ""))));
    }

    @Test
    void knowsNoLagOfAPartitionWithRecordsThatNothingIsCommittedFor() {
        assertEquals(OptionalLong.empty(), lag(Set.of(F0), Map.of(F1, new Position(0, ""))));
    }

    @Test
    void listsAGroupOnceForEachTopic() {
        Partition other = new Partition("stocks", 0);
        Group group = new Group("g", "Stable", 2, Set.of(F0, other), Map.of(F0, new Position(150, "")));
        List<Overview.GroupRow> rows =
                look(List.of(flights), List.of(group), Overview.Groups.ALL).groups();
        assertEquals(
                List.of(
                        new Overview.GroupRow("g", "flights", "Stable", 2, OptionalLong.of(0)),
                        new Overview.GroupRow("g", "stocks", "Stable", 2, OptionalLong.empty())),
                rows);
        assertEquals(
                rows.subList(0, 1),
                look(List.of(flights), List.of(group), Overview.Groups.OF_THE_TOPICS)
                        .groups());
    }

    @Test
    void listsAGroupThatReadsNothing() {
        Group idle = new Group("g", "Stable", 1, Set.of(), Map.of());
        assertEquals(
                List.of(new Overview.GroupRow("g", "", "Stable", 1, OptionalLong.empty())),
                look(List.of(flights), List.of(idle), Overview.Groups.ALL).groups());
        assertEquals(
                List.of(),
                look(List.of(flights), List.of(idle), Overview.Groups.OF_THE_TOPICS)
                        .groups());
    }

    @Test
    void takesThePositionOfAFileForNoLag() {
        Group file = new Group("producer-flight.jan.csv", "Empty", 0, Set.of(), Map.of(F0, new Position(10, BOOKMARK)));
        Overview overview = look(List.of(flights), List.of(file), Overview.Groups.OF_THE_TOPICS);
        assertEquals(List.of(), overview.groups());
        assertEquals(
                List.of(new Overview.FileRow(
                        "flights", new PublishedFile("producer-flight", "jan.csv", "/data", 1, false, 10, 7, 2, 1))),
                overview.files());
    }

    private OptionalLong lag(Set<Partition> assigned, Map<Partition, Position> committed) {
        Group group = new Group("g", "Stable", 1, assigned, committed);
        return look(List.of(flights), List.of(group), Overview.Groups.ALL)
                .groups()
                .get(0)
                .lag();
    }

    private static Overview look(List<Topic> topics, List<Group> groups, Overview.Groups wanted) {
        return Overview.of(topics, groups, wanted, Map.of());
    }

    private static Topic topic(String name, Map<Integer, Span> spans) {
        return new Topic(name, 2, 1, false, spans, Optional.of(FOREVER));
    }
}
