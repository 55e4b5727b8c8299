package tickwing.board.flight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.edition.Editions;
import tickwing.board.edition.Figures;
import tickwing.board.edition.Register;
import tickwing.board.edition.Subscription;
import tickwing.board.view.FlightView;
import tickwing.common.Decoded;
import tickwing.common.flight.Flight;
import tickwing.common.flight.FlightJson;
import tickwing.common.kafka.ReaderStatus;

/** The flights of a topic, counted by day and airline. What is seen depends on the records, not on their order. */
public final class FlightBoard implements Board<Flight, FlightView> {
    private final FlightJson.Reader reader = new FlightJson.Reader();
    private final Set<String> wanted;
    private final Editions<FlightContent> editions = new Editions<>(FlightContent.EMPTY);
    private final Register<LocalDate, LiveDay, SealedDay> days = new Register<>(LiveDay::seal);

    /** @param wanted which airlines to count, by code; empty for all */
    public FlightBoard(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public List<Decoded<Flight>> decode(byte[] value) {
        return List.of(reader.read(value));
    }

    @Override
    public void accept(Flight flight, long publishedAt) {
        if (!wanted.isEmpty() && !wanted.contains(flight.airline())) {
            return;
        }
        Register.Entry<LocalDate, LiveDay> day = days.find(flight.date());
        if (day == null) {
            day = days.add(flight.date(), new LiveDay(flight.date()));
        }
        day.live().add(flight.airline());
        days.touch(day);
    }

    @Override
    public void clear() {
        days.clear();
    }

    @Override
    public void publish(ReaderStatus status) {
        FlightContent before = editions.newest().content();
        List<SealedDay> sealed = days.seal();
        editions.publish(before.days() == sealed ? before : new FlightContent(sealed), status);
    }

    @Override
    public Subscription subscribe(FlightView view, Runnable news) {
        return editions.subscribe(view, () -> new FlightProjection(view), news);
    }

    @Override
    public List<Name> names() {
        return editions.newest().content().names();
    }

    @Override
    public Figures figures() {
        return editions.figures(0);
    }
}
