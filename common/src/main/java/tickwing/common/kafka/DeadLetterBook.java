package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import tickwing.common.error.Memory;
import tickwing.common.error.UserError;

/**
 * The dead letters of a topic, as they were when it was last {@linkplain #read read}. Of those with the same file and line
 * the newest counts. Holds no text of theirs, but some 200 bytes for each: {@link #forEachWaiting} reads the text once more.
 */
public final class DeadLetterBook implements WaitingLetters, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** How long a producer that is well keeps a transaction open, many times over. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A row that waits to be corrected.
     *
     * @param error what was wrong with it
     * @param raw its text as it stood in the file
     */
    public record Letter(Address address, String error, String raw) {}

    private record Entry(int partition, long offset, long timestamp, boolean text, LetterLayout layout) {
        boolean isNewerThan(Entry other) {
            return partition == other.partition ? offset > other.offset : timestamp > other.timestamp;
        }

        boolean isAt(ConsumerRecord<?, ?> record) {
            return partition == record.partition() && offset == record.offset();
        }
    }

    private final Consumer<byte[], byte[]> consumer;
    /** Opens one that sees what is not committed, too. */
    private final Supplier<Consumer<byte[], byte[]>> uncommitted;

    private final ClientSettings settings;
    private final String topic;
    private final LongSupplier nanoTime;
    private final Map<Address, Entry> letters = new HashMap<>();
    private final Map<Address, TopicEnds> done = new HashMap<>();
    /** Most letters share theirs with many others. */
    private final Map<LetterLayout, LetterLayout> layouts = new HashMap<>();

    /** And their file's name. */
    private final Map<String, String> files = new HashMap<>();

    private final Map<String, TopicEnds> knownEnds = new HashMap<>();
    private TopicEnds ends = TopicEnds.of(Map.of());

    DeadLetterBook(
            Consumer<byte[], byte[]> consumer,
            Supplier<Consumer<byte[], byte[]>> uncommitted,
            ClientSettings settings,
            String topic,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.uncommitted = uncommitted;
        this.settings = settings;
        this.topic = DeadLetters.topicOf(topic);
        this.nanoTime = nanoTime;
    }

    /**
     * Finds the dead letters of a topic; reads none yet.
     *
     * @throws UserError when there is no dead-letter topic, or no broker answers within 10 s
     */
    public static DeadLetterBook open(ClientSettings settings, String topic) {
        DeadLetterBook book = null;
        try {
            book = new DeadLetterBook(
                    RawConsumer.committed(settings, null),
                    () -> RawConsumer.uncommitted(settings),
                    settings,
                    topic,
                    System::nanoTime);
            List<PartitionInfo> partitions = book.consumer.partitionsFor(book.topic);
            if (partitions == null || partitions.isEmpty()) {
                throw book.isMissing();
            }
            return book;
        } catch (KafkaException | UserError e) {
            if (book != null) {
                book.close();
            }
            throw KafkaErrors.userError(e, settings);
        }
    }

    /**
     * Reads them all.
     *
     * @throws UserError when there is no dead-letter topic, no broker answers within 10 s, those that hold it have not for a
     *     minute, or there are more than fit into memory
     */
    public void read() {
        letters.clear();
        done.clear();
        readAll(this::add);
        ends = reached();
    }

    /**
     * The same, and waits for transactions that are open: behind their first record nobody sees what is done already.
     *
     * @param newest how far they are waited for: {@link #newest} before the reader's own transaction, if it has one
     * @throws UserError as {@link #read} does, and when a transaction stays open for 20 s
     */
    public void readBehindTransactions(TopicEnds newest) {
        read();
        long start = nanoTime.getAsLong();
        while (consumer.assignment().stream()
                .anyMatch(partition -> newest.takeIn(partition.partition(), consumer.position(partition)))) {
            if (nanoTime.getAsLong() - start > PATIENCE.toNanos()) {
                throw new UserError("A producer that was cut short has left a transaction open on topic " + topic
                        + ", which the broker ends within a few minutes; run the same command again then.");
            }
            consumer.poll(POLL).forEach(this::add);
        }
        ends = reached();
    }

    /**
     * Where the topic ends, with what open transactions have written to it; reads nothing.
     *
     * @throws UserError when no broker answers within 10 s
     */
    public TopicEnds newest() {
        try (Consumer<byte[], byte[]> everything = uncommitted.get()) {
            return TopicEnds.of(everything
                    .endOffsets(everything.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList())
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue)));
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    private TopicEnds reached() {
        return TopicEnds.of(consumer.assignment().stream()
                .collect(Collectors.toMap(TopicPartition::partition, consumer::position)));
    }

    @Override
    public TopicEnds ends() {
        return ends;
    }

    /** How many wait. */
    public long waiting() {
        return letters.keySet().stream().filter(this::isWaiting).count();
    }

    /**
     * Reads the topic once more for the text of those that wait, in the order of the topic.
     *
     * @throws UserError as {@link #read} does
     */
    public void forEachWaiting(java.util.function.Consumer<Letter> action) {
        readAll(record -> {
            Address address = address(record);
            Entry entry = address == null ? null : letters.get(address);
            if (entry != null && entry.isAt(record) && isWaiting(address)) {
                action.accept(letter(address, record));
            }
        });
    }

    private static Letter letter(Address address, ConsumerRecord<byte[], byte[]> record) {
        String error = header(record, DeadLetters.ERROR);
        return BoundedBytes.isTooLarge(record.value())
                ? new Letter(address, error + " (the row is larger than 4 MB, and not shown)", "")
                : new Letter(address, error, new String(record.value(), UTF_8));
    }

    @Override
    public boolean isWaiting(Address address) {
        Entry entry = letters.get(address);
        return entry != null && !isDone(address, entry);
    }

    @Override
    public boolean isDone(Address address) {
        Entry entry = letters.get(address);
        return entry == null ? done.containsKey(address) : isDone(address, entry);
    }

    private boolean isDone(Address address, Entry entry) {
        TopicEnds upTo = done.get(address);
        return upTo != null && upTo.takeIn(entry.partition, entry.offset);
    }

    @Override
    public LetterLayout layout(Address address) {
        return letters.get(address).layout;
    }

    @Override
    public boolean isText(Address address) {
        return letters.get(address).text;
    }

    @Override
    public void done(Address address) {
        done.merge(address, ends, TopicEnds::or);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void readAll(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        try {
            BrokerSilence broker = new BrokerSilence(consumer, nanoTime);
            WholeTopic whole =
                    WholeTopic.assign(consumer, topic, broker, nanoTime).orElseThrow(this::isMissing);
            while (!whole.isRead()) {
                consumer.poll(POLL).forEach(action);
                Memory.check();
                broker.look();
            }
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    private UserError isMissing() {
        return new UserError("Topic " + topic + " does not exist: no row was ever rejected.");
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        Address address = address(record);
        if (address == null) {
            return;
        }
        if (DeadLetters.isMarker(record.headers())) {
            String upTo = header(record, DeadLetters.REDRIVEN);
            done.merge(address, knownEnds.computeIfAbsent(upTo, TopicEnds::parse), TopicEnds::or);
        } else if (record.value() != null) {
            Entry entry = new Entry(
                    record.partition(), record.offset(), record.timestamp(), isText(record.value()), layout(record));
            letters.merge(address, entry, (known, other) -> other.isNewerThan(known) ? other : known);
        }
    }

    private LetterLayout layout(ConsumerRecord<byte[], byte[]> record) {
        LetterLayout layout = new LetterLayout(
                        header(record, DeadLetters.HEADER),
                        header(record, DeadLetters.OPTIONS),
                        header(record, DeadLetters.NAME))
                .within(Integer.MAX_VALUE);
        return layouts.computeIfAbsent(layout, same -> same);
    }

    /** Null for a record that is not the suite's. */
    private Address address(ConsumerRecord<byte[], byte[]> record) {
        String line = header(record, DeadLetters.LINE);
        if (!line.matches("\\d{1,18}")) {
            return null;
        }
        String file = files.computeIfAbsent(header(record, DeadLetters.FILE), same -> same);
        return new Address(file, Long.parseLong(line));
    }

    private static boolean isText(byte[] raw) {
        return Arrays.equals(new String(raw, UTF_8).getBytes(UTF_8), raw);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
