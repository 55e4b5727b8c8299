package tickwing.board.flight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tickwing.board.edition.Register;
import tickwing.board.edition.Register.Entry;

/**
 * How many flights each airline had on each day. Depends on the set of flights, never on their order, also where there is no
 * room for all: then the newest days are kept, and of the oldest of these the first airlines by code. A count that is kept
 * in the end was kept from the beginning: what had to make room for others never finds room again. Belongs to the reading thread.
 */
final class LiveDays {
    private final FlightRoom room;
    private final Register<LocalDate, LiveDay, SealedDay> days = new Register<>(LiveDay::seal);
    private int counts;
    private long leftOut;

    LiveDays(FlightRoom room) {
        this.room = room;
    }

    /** Counts one flight. */
    void add(LocalDate date, String airline) {
        Entry<LocalDate, LiveDay> day = days.find(date);
        if (day == null || !day.live().addKnown(airline)) {
            makeRoom();
            day = days.find(date);
            if (day == null) {
                day = days.add(date, new LiveDay(date));
            }
            day.live().addFirst(airline);
            counts++;
        }
        days.touch(day);
    }

    /** For many at a time, since the days have to be sorted first. */
    private void makeRoom() {
        if (counts > room.counts() + room.counts() / 8 || days.size() > room.days() + room.days() / 4) {
            trim();
        }
    }

    private void trim() {
        if (counts <= room.counts() && days.size() <= room.days()) {
            return;
        }
        List<Entry<LocalDate, LiveDay>> newestFirst = new ArrayList<>(days.entries());
        newestFirst.sort(Comparator.<Entry<LocalDate, LiveDay>, LocalDate>comparing(Entry::key)
                .reversed());
        int left = room.counts();
        for (int i = 0; i < newestFirst.size(); i++) {
            int most = i < room.days() ? left : 0;
            int has = newestFirst.get(i).live().size();
            if (has > most) {
                cut(newestFirst.get(i), most);
                // Nothing of the days before it, however few airlines they have.
                left = 0;
            } else {
                left -= has;
            }
        }
    }

    /** Leaves a day its first airlines. */
    private void cut(Entry<LocalDate, LiveDay> day, int most) {
        List<String> airlines = day.live().names();
        for (String airline : airlines.subList(most, airlines.size())) {
            leftOut += day.live().remove(airline);
        }
        counts -= airlines.size() - most;
        if (most == 0) {
            days.remove(day.key());
        } else {
            days.touch(day);
        }
    }

    /** All of them as they are now, in order of time; the very same list as before where nothing has changed. */
    List<SealedDay> seal() {
        trim();
        return days.seal();
    }

    /** How many flights there was no room for, as of the last {@link #seal}. */
    long leftOut() {
        return leftOut;
    }
}
