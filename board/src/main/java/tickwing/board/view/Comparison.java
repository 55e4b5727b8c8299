package tickwing.board.view;

import java.util.Arrays;
import java.util.List;

/** Finds from where on two snapshots of a view differ. */
final class Comparison {
    private final Snapshot seen;
    private final Snapshot now;

    private Comparison(Snapshot seen, Snapshot now) {
        this.seen = seen;
        this.now = now;
    }

    static Update of(Snapshot seen, Snapshot now) {
        Comparison comparison = new Comparison(seen, now);
        int dropped = comparison.dropped();
        if (dropped < 0 || !comparison.areAlike()) {
            return new Update.Whole(now);
        }
        int from = comparison.firstDifference(dropped);
        if (from == 0 && seen.size() + now.size() > 0) {
            return new Update.Whole(now);
        }
        return new Delta(
                now.view(),
                seen.version(),
                now.version(),
                now.status(),
                dropped,
                from,
                now.axis().part(from, now.size()),
                now.panes().stream().map(pane -> pane.part(from, now.size())).toList(),
                now.formingFrom(),
                now.simulatedSince(),
                now.origin(),
                now.notes());
    }

    /** How many positions at the beginning are gone; negative where nothing else is left of them. */
    private int dropped() {
        if (seen.size() == 0 || now.size() == 0) {
            return seen.size() == now.size() ? 0 : -1;
        }
        return seen.axis().find(now.axis().key(0));
    }

    private boolean areAlike() {
        if (!seen.view().equals(now.view())
                || seen.axis().getClass() != now.axis().getClass()
                || seen.panes().size() != now.panes().size()) {
            return false;
        }
        for (int i = 0; i < now.panes().size(); i++) {
            if (!seen.panes().get(i).isAlike(now.panes().get(i))) {
                return false;
            }
        }
        return true;
    }

    private int firstDifference(int dropped) {
        int first = Math.min(seen.size() - dropped, now.size());
        first = axisDifference(dropped, first);
        for (int p = 0; p < now.panes().size(); p++) {
            List<double[]> before = seen.panes().get(p).arrays();
            List<double[]> after = now.panes().get(p).arrays();
            for (int a = 0; a < after.size(); a++) {
                // Carried on from the one to the other where nothing has changed at all.
                if (before.get(a) != after.get(a)) {
                    int at = Arrays.mismatch(before.get(a), dropped, dropped + first, after.get(a), 0, first);
                    first = at < 0 ? first : at;
                }
            }
        }
        return first;
    }

    private int axisDifference(int dropped, int size) {
        if (seen.axis() instanceof Axis.Categories before && now.axis() instanceof Axis.Categories after) {
            int same = 0;
            while (same < size
                    && before.names().get(dropped + same).equals(after.names().get(same))) {
                same++;
            }
            return same;
        }
        if (seen.axis() instanceof Axis.Instants before && now.axis() instanceof Axis.Instants after) {
            int at = Arrays.mismatch(before.offsets(), dropped, dropped + size, after.offsets(), 0, size);
            int end = at < 0 ? size : at;
            return mismatch(before.seconds(), after.seconds(), dropped, end);
        }
        return mismatch(((Axis.Days) seen.axis()).days(), ((Axis.Days) now.axis()).days(), dropped, size);
    }

    private static int mismatch(long[] before, long[] after, int dropped, int size) {
        int at = Arrays.mismatch(before, dropped, dropped + size, after, 0, size);
        return at < 0 ? size : at;
    }
}
