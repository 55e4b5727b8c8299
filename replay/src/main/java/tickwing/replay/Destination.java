package tickwing.replay;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters;

/** The topic that rows go to, with its dead letters and its positions; tests bring their own. */
interface Destination {
    /**
     * A publisher that commits rows and position together.
     *
     * @param start the position that was committed when it was opened; empty when the input is new
     */
    record Positioned(RowPublisher publisher, Optional<Position> start) {}

    /**
     * What was committed last, by group; without shutting anybody out. Nothing of groups that this user may not see.
     */
    Map<String, Position> positions(Set<String> groups);

    /** The dead letters that earlier runs have left. */
    interface EarlierLetters {
        /** Takes in all of them, and none that comes later. */
        TopicEnds ends();

        /** Whether the row was corrected and published by hand, and has not become a dead letter once more. */
        boolean isDone(WaitingLetters.Address address);
    }

    /**
     * What is among the dead letters by now, good until the next call. A publisher asks before it sends anything: what is
     * open cannot be looked behind.
     */
    EarlierLetters earlierLetters();

    /** Makes sure that the topics exist; before anything is opened, any number of times. */
    void ensure();

    /** @param group names the position */
    Positioned open(String group);

    /** For an input that has no position. */
    RowPublisher openWithoutPosition();
}
