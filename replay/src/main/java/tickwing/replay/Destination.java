package tickwing.replay;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickwing.common.kafka.DeadLetterBook;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;

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

    /** Whether a dead letter was corrected and published by hand. */
    boolean isRedriven(DeadLetterBook.Address address);

    /** Makes sure that the topics exist; before anything is opened, any number of times. */
    void ensure();

    /** @param group names the position */
    Positioned open(String group);

    /** For an input that has no position. */
    RowPublisher openWithoutPosition();
}
