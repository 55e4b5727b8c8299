package tickwing.board.stock;

import java.util.Arrays;
import java.util.Optional;
import tickwing.common.bar.BarTime;

/** From where on a series has changed since an edition; remembers some editions back. Immutable. */
final class Changes {
    /** Whoever has not looked for longer looks at everything again. */
    private static final int REMEMBERED = 32;

    /** The edition that is the first to hold anything of the series, or the last one that is forgotten. */
    private final long start;

    private final long[] versions;
    private final BarTime[] from;

    private Changes(long start, long[] versions, BarTime[] from) {
        this.start = start;
        this.versions = versions;
        this.from = from;
    }

    /** Of a series that was not there before the edition. */
    static Changes startingAt(long version) {
        return new Changes(version, new long[0], new BarTime[0]);
    }

    /** @param first the first bar that may be another one than in the edition before */
    Changes with(long version, BarTime first) {
        int forgotten = versions.length < REMEMBERED ? 0 : 1;
        int kept = versions.length - forgotten;
        long[] newVersions = Arrays.copyOfRange(versions, forgotten, forgotten + kept + 1);
        BarTime[] newFrom = Arrays.copyOfRange(from, forgotten, forgotten + kept + 1);
        newVersions[kept] = version;
        newFrom[kept] = first;
        return new Changes(forgotten == 0 ? start : versions[0], newVersions, newFrom);
    }

    /** Whether {@link #since} knows. */
    boolean reachBackTo(long version) {
        return version >= start;
    }

    /** The first bar that may be another one than in the edition; empty when all are the same. */
    Optional<BarTime> since(long version) {
        BarTime first = null;
        for (int i = versions.length - 1; i >= 0 && versions[i] > version; i--) {
            first = first == null || from[i].compareTo(first) < 0 ? from[i] : first;
        }
        return Optional.ofNullable(first);
    }
}
