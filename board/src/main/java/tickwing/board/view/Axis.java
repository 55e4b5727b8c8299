package tickwing.board.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tickwing.common.bar.BarTime;

/** The positions that all values of a snapshot belong to, in ascending order. Its arrays are never changed by anyone. */
public sealed interface Axis {
    /** How many positions there are. */
    int size();

    /** A number that orders the positions: days since 1970, seconds since 1970 UTC, or the place among categories. */
    long key(int i);

    /**
     * The i-th position as the time of a bar.
     *
     * @throws UnsupportedOperationException where positions are no times
     */
    BarTime time(int i);

    /** The positions from {@code from} to before {@code to}, as an axis of their own. */
    Axis part(int from, int to);

    /** These positions, then those of an axis of the same kind. */
    Axis followedBy(Axis tail);

    /** Where a key is, or {@code -(insertion point) - 1}. */
    int find(long key);

    /** Dates. @param days in days since 1970-01-01 */
    record Days(long[] days) implements Axis {
        @Override
        public int size() {
            return days.length;
        }

        @Override
        public long key(int i) {
            return days[i];
        }

        @Override
        public BarTime time(int i) {
            return BarTime.of(LocalDate.ofEpochDay(days[i]));
        }

        @Override
        public Axis part(int from, int to) {
            return new Days(Arrays.copyOfRange(days, from, to));
        }

        @Override
        public Axis followedBy(Axis tail) {
            return new Days(Joined.longs(days, ((Days) tail).days));
        }

        @Override
        public int find(long key) {
            return Arrays.binarySearch(days, key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Days axis && Arrays.equals(days, axis.days);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(days);
        }

        @Override
        public String toString() {
            return "Days" + Arrays.toString(days);
        }
    }

    /**
     * Instants, to the second.
     *
     * @param seconds since 1970 UTC
     * @param offsets of the exchange's clock from UTC, in seconds
     */
    record Instants(long[] seconds, int[] offsets) implements Axis {
        @Override
        public int size() {
            return seconds.length;
        }

        @Override
        public long key(int i) {
            return seconds[i];
        }

        @Override
        public BarTime time(int i) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsets[i]);
            return BarTime.of(OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds[i]), offset));
        }

        @Override
        public Axis part(int from, int to) {
            return new Instants(Arrays.copyOfRange(seconds, from, to), Arrays.copyOfRange(offsets, from, to));
        }

        @Override
        public Axis followedBy(Axis tail) {
            Instants more = (Instants) tail;
            return new Instants(Joined.longs(seconds, more.seconds), Joined.ints(offsets, more.offsets));
        }

        @Override
        public int find(long key) {
            return Arrays.binarySearch(seconds, key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Instants axis
                    && Arrays.equals(seconds, axis.seconds)
                    && Arrays.equals(offsets, axis.offsets);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(seconds);
        }

        @Override
        public String toString() {
            return "Instants" + Arrays.toString(seconds);
        }
    }

    /**
     * Names, each as far from the next as any other: weekdays, hours of the day.
     *
     * @param names in the order in which they are shown
     */
    record Categories(List<String> names) implements Axis {
        public Categories {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }

        @Override
        public long key(int i) {
            return Objects.checkIndex(i, names.size());
        }

        @Override
        public BarTime time(int i) {
            throw new UnsupportedOperationException(names.get(i) + " is no time");
        }

        @Override
        public Axis part(int from, int to) {
            return new Categories(names.subList(from, to));
        }

        @Override
        public Axis followedBy(Axis tail) {
            return new Categories(Stream.concat(names.stream(), ((Categories) tail).names.stream())
                    .toList());
        }

        @Override
        public int find(long key) {
            return key < 0 ? -1 : key < names.size() ? (int) key : -names.size() - 1;
        }
    }
}
