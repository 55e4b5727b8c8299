package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tickwing.common.error.UserError;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters.Address;
import tickwing.common.record.ByteSlice;

/** Remembers what is committed, as a broker with transactions would. */
final class FakePublisher implements RowPublisher {
    final List<String> committed = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final List<LetterLayout> layouts = new ArrayList<>();
    final List<Address> redriven = new ArrayList<>();
    final List<Position> positions = new ArrayList<>();
    private final FakeTopic topic;
    private final String group;
    private final List<String> open = new ArrayList<>();
    private final List<String> openDeadLetters = new ArrayList<>();
    private final Map<Address, TopicEnds> openRedriven = new LinkedHashMap<>();
    int maxRecordBytes = 1_000;
    RuntimeException failure;

    FakePublisher() {
        this(new FakeTopic(), "");
    }

    FakePublisher(FakeTopic topic, String group) {
        this.topic = topic;
        this.group = group;
    }

    @Override
    public void publish(byte[] key, ByteSlice value) {
        failIfTold();
        topic.sending = true;
        open.add(new String(key, UTF_8) + "=" + new String(value.copy(), UTF_8));
    }

    @Override
    public void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {
        failIfTold();
        topic.sending = true;
        openDeadLetters.add(file + "|" + line + "|" + error + "|" + new String(raw, UTF_8));
        layouts.add(layout);
    }

    @Override
    public void redriven(Address address, TopicEnds letters) {
        failIfTold();
        topic.sending = true;
        openRedriven.put(address, letters);
    }

    @Override
    public void commit(Position position) {
        failIfTold();
        if (topic.commitsLeft-- == 0) {
            throw new UserError("The power is gone.");
        }
        committed.addAll(open);
        topic.records.addAll(open);
        deadLetters.addAll(openDeadLetters);
        for (String letter : openDeadLetters) {
            String[] parts = letter.split("\\|", 4);
            topic.deadLetter(parts[0] + ":" + parts[1], parts[3]);
        }
        redriven.addAll(openRedriven.keySet());
        openRedriven.forEach((address, letters) -> topic.redriven.put(address.toString(), letters));
        topic.positions.put(group, position);
        topic.sending = false;
        open.clear();
        openDeadLetters.clear();
        openRedriven.clear();
        positions.add(position);
    }

    @Override
    public int maxRecordBytes() {
        return maxRecordBytes;
    }

    @Override
    public SortedMap<Integer, Long> rowsByPartition() {
        return new TreeMap<>();
    }

    @Override
    public void close() {
        topic.sending = false;
    }

    private void failIfTold() {
        if (failure != null) {
            throw failure;
        }
    }
}
