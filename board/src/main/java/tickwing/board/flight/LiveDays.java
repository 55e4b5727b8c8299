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
 * was kept from the beginning. Belongs to the reading thread.
 */
final class LiveDays {
    private final FlightRoom room;
    private final Register<LocalDate, LiveDay, SealedDay> days = new Register<>(LiveDay::seal);
    private int counts;
    private long leftOut;
    /** Of this day only airlines up to {@link #lastAirline} are kept, of earlier ones none; null while there is room. */
    private LocalDate firstDay;

    /** Null when none is. */
    private String lastAirline;

    LiveDays(FlightRoom room) {
        this.room = room;
    }

    /** Counts one flight. */
    void add(LocalDate date, String airline) {
        Entry<LocalDate, LiveDay> day = days.find(date);
        if (day == null || !day.live().addKnown(airline)) {
            makeRoom();
            if (isLeftOut(date, airline)) {
                leftOut++;
                return;
            }
            day = days.find(date);
            if (day == null) {
                day = days.add(date, new LiveDay(date));
            }
            day.live().addFirst(airline);
            counts++;
        }
        days.touch(day);
    }

    private boolean isLeftOut(LocalDate date, String airline) {
        if (firstDay == null || date.isAfter(firstDay)) {
            return false;
        }
        return date.isBefore(firstDay) || lastAirline == null || airline.compareTo(lastAirline) > 0;
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
        if (firstDay == null || !day.key().isBefore(firstDay)) {
            firstDay = day.key();
            lastAirline = most == 0 ? null : airlines.get(most - 1);
        }
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
