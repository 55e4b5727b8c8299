package tickwing.producer.stock.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters;
import tickwing.common.record.ByteSlice;
import tickwing.common.record.Decoded;

/** A topic in memory. */
public final class RecordedRows implements RowPublisher {
    private final List<Bar> bars = new ArrayList<>();
    private int committed;

    /** What consumers would read: what is committed. */
    public List<Bar> bars() {
        return List.copyOf(bars.subList(0, committed));
    }

    List<Bar> forming() {
        return bars().stream().filter(Bar::isForming).toList();
    }

    List<Bar> finished() {
        return bars().stream().filter(b -> !b.isForming()).toList();
    }

    @Override
    public void publish(byte[] key, ByteSlice value) {
        Bar bar =
                ((Decoded.Ok<Bar>) new BarJson.Reader().read(null, value.copy()).get(0)).value();
        if (!bar.symbol().equals(new String(key, UTF_8))) {
            throw new IllegalStateException("key " + new String(key, UTF_8) + " of " + bar);
        }
        bars.add(bar);
    }

    @Override
    public void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {
        throw new UnsupportedOperationException("live quotes have no dead letters");
    }

    @Override
    public void redriven(WaitingLetters.Address address, TopicEnds letters) {
        throw new UnsupportedOperationException("live quotes have no dead letters");
    }

    @Override
    public void commit(Position position) {
        committed = bars.size();
    }

    @Override
    public int maxRecordBytes() {
        return Integer.MAX_VALUE;
    }

    @Override
    public SortedMap<Integer, Long> rowsByPartition() {
        return new TreeMap<>();
    }

    @Override
    public void close() {}
}
