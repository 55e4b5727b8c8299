package tickwing.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters;

/** A topic in memory, with its dead letters and positions, as a broker with transactions keeps them. */
final class FakeTopic implements Destination {
    final List<String> records = new ArrayList<>();
    /** By {@code file:line}. */
    final Map<String, String> deadLetters = new HashMap<>();

    /** Which of those with that {@code file:line} are done. */
    final Map<String, TopicEnds> redriven = new HashMap<>();

    /** Where the newest of those with that {@code file:line} stands. */
    private final Map<String, Long> offsets = new HashMap<>();

    private long deadLetterEnd;
    /** Whether somebody's transaction is open. */
    boolean sending;

    final Map<String, Position> positions = new HashMap<>();
    boolean ensured;
    /** Fails the next commit, as a power cut does, when it is 0. */
    int commitsLeft = Integer.MAX_VALUE;

    /** Dead letters that wait. */
    Set<String> open() {
        Set<String> open = new LinkedHashSet<>(deadLetters.keySet());
        open.removeIf(this::isDone);
        return open;
    }

    void deadLetter(String address, String raw) {
        deadLetters.put(address, raw);
        offsets.put(address, deadLetterEnd++);
    }

    private boolean isDone(String address) {
        return redriven.containsKey(address) && redriven.get(address).takeIn(0, offsets.get(address));
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
    public EarlierLetters earlierLetters() {
        if (sending) {
            throw new AssertionError("nobody can look behind an open transaction");
        }
        TopicEnds ends = TopicEnds.of(Map.of(0, deadLetterEnd));
        return new EarlierLetters() {
            @Override
            public TopicEnds ends() {
                return ends;
            }

            @Override
            public boolean isDone(WaitingLetters.Address address) {
                return FakeTopic.this.isDone(address.toString());
            }
        };
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
