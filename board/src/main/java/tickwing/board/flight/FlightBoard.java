package tickwing.board.flight;

import java.util.List;
import java.util.Set;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.NotWanted;
import tickwing.board.edition.Edition;
import tickwing.board.edition.Editions;
import tickwing.board.edition.Figures;
import tickwing.board.edition.Subscription;
import tickwing.board.view.FlightView;
import tickwing.board.view.Note;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightJson;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.record.Decoded;

/** The flights of a topic, counted by day and airline. What is seen depends on the records, not on their order. */
public final class FlightBoard implements Board<Flight, FlightView> {
    private final FlightJson.Reader reader = new FlightJson.Reader();
    private final Set<String> wanted;
    private final Editions<FlightContent> editions = new Editions<>(FlightContent.EMPTY);
    private final FlightRoom room;
    private final NotWanted notWanted = new NotWanted();
    private LiveDays days;

    /**
     * @param wanted which airlines to count, by code; empty for all
     * @param room how much there is room for; the newest days are kept
     */
    public FlightBoard(Set<String> wanted, FlightRoom room) {
        this.wanted = Set.copyOf(wanted);
        this.room = room;
        days = new LiveDays(room);
    }

    @Override
    public List<Decoded<Flight>> decode(byte[] key, byte[] value) {
        return reader.read(key, value);
    }

    @Override
    public void accept(Flight flight, long publishedAt) {
        if (wanted.isEmpty() || wanted.contains(flight.airline())) {
            days.add(flight.date(), flight.airline());
        } else {
            notWanted.add(flight.airline());
        }
    }

    @Override
    public void clear() {
        notWanted.clear();
        days = new LiveDays(room);
    }

    @Override
    public void publish(ReaderStatus status) {
        notWanted.publish();
        FlightContent before = editions.newest().content();
        List<SealedDay> sealed = days.seal();
        FlightContent now = new FlightContent(sealed, leftOut());
        editions.publish(now.isTheSameAs(before) ? before : now, status);
    }

    /** Airlines that the topic has, and that are not counted since others are named, as of the newest edition. */
    public Note.There notWanted() {
        return notWanted.note();
    }

    private List<Note> leftOut() {
        return days.leftOut() == 0
                ? List.of()
                : List.of(new Note.FlightsLeftOut(days.leftOut(), room.days(), room.counts()));
    }

    @Override
    public Subscription subscribe(FlightView view, Runnable news) {
        return editions.subscribe(view, () -> new FlightProjection(view), news);
    }

    /** All counts as they are in the newest edition; from any thread. */
    public Edition<FlightContent> edition() {
        return editions.newest();
    }

    @Override
    public List<Name> names() {
        return edition().content().names();
    }

    @Override
    public Figures figures() {
        return editions.figures(0);
    }
}
