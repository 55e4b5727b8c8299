package tickwing.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickwing.common.kafka.DeadLetterBook;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;

/** A topic in memory, with its dead letters and positions, as a broker with transactions keeps them. */
final class FakeTopic implements Destination {
    final List<String> records = new ArrayList<>();
    /** By {@code file:line}. */
    final Map<String, String> deadLetters = new HashMap<>();

    final Set<String> redriven = new LinkedHashSet<>();
    final Map<String, Position> positions = new HashMap<>();
    boolean ensured;
    /** Fails the next commit, as a power cut does, when it is 0. */
    int commitsLeft = Integer.MAX_VALUE;

    /** Dead letters that wait. */
    Set<String> open() {
        Set<String> open = new LinkedHashSet<>(deadLetters.keySet());
        open.removeAll(redriven);
        return open;
    }

    @Override
    public void ensure() {
        ensured = true;
    }

    @Override
    public Map<String, Position> positions(Set<String> groups) {
        Map<String, Position> found = new HashMap<>(positions);
        found.keySet().retainAll(groups);
        return found;
    }

    @Override
    public boolean isRedriven(DeadLetterBook.Address address) {
        return redriven.contains(address.file() + ":" + address.line());
    }

    @Override
    public Positioned open(String group) {
        return new Positioned(new FakePublisher(this, group), Optional.ofNullable(positions.get(group)));
    }

    @Override
    public RowPublisher openWithoutPosition() {
        return new FakePublisher(this, "");
    }
}
