package tickwing.board.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What changes, by key, and how it was when it was sealed last. Sealing costs what has changed, and one reference for each
 * of the others. Belongs to the reading thread; what comes out of {@link #seal} is immutable.
 *
 * @param <L> what changes
 * @param <S> what it is when sealed
 */
public final class Register<K extends Comparable<? super K>, L, S> {
    /** One of them. */
    public static final class Entry<K, L> {
        private final K key;
        private final L live;
        private int place = -1;
        private boolean changed;

        Entry(K key, L live) {
            this.key = key;
            this.live = live;
        }

        public K key() {
            return key;
        }

        /** What changes. */
        public L live() {
            return live;
        }
    }

    private final Function<L, S> sealer;
    private final Map<K, Entry<K, L>> entries = new HashMap<>();
    private final List<Entry<K, L>> changed = new ArrayList<>();
    /** In order of their keys, but for those that came last. */
    private List<Entry<K, L>> ordered = new ArrayList<>();

    private boolean keysChanged;
    private Object[] sealed = {};
    private List<S> view = List.of();

    /** @param sealer makes what is immutable of what changes */
    public Register(Function<L, S> sealer) {
        this.sealer = sealer;
    }

    /** What is registered; null when nothing is. */
    public Entry<K, L> find(K key) {
        return entries.get(key);
    }

    /** How many there are. */
    public int size() {
        return entries.size();
    }

    /** All of them, in any order. */
    public Collection<Entry<K, L>> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** Registers what was not. */
    public Entry<K, L> add(K key, L live) {
        Entry<K, L> entry = new Entry<>(key, live);
        entries.put(key, entry);
        ordered.add(entry);
        keysChanged = true;
        touch(entry);
        return entry;
    }

    /** It has changed, or is about to. */
    public void touch(Entry<K, L> entry) {
        if (!entry.changed) {
            entry.changed = true;
            changed.add(entry);
        }
    }

    /** Forgets it. */
    public void remove(K key) {
        keysChanged |= entries.remove(key) != null;
    }

    /** Forgets everything. */
    public void clear() {
        keysChanged |= !entries.isEmpty();
        entries.clear();
    }

    /** Everything as it is now, in order of the keys; the very same list as before where nothing has changed. */
    public List<S> seal() {
        if (keysChanged) {
            arrange();
        } else if (!changed.isEmpty()) {
            sealed = sealed.clone();
        }
        if (keysChanged || !changed.isEmpty()) {
            for (Entry<K, L> entry : changed) {
                entry.changed = false;
                if (entries.get(entry.key) == entry) {
                    sealed[entry.place] = sealer.apply(entry.live);
                }
            }
            changed.clear();
            keysChanged = false;
            @SuppressWarnings("unchecked") // Nothing but what the sealer makes is put there.
            List<S> all = (List<S>) Collections.unmodifiableList(Arrays.asList(sealed));
            view = all;
        }
        return view;
    }

    private void arrange() {
        List<Entry<K, L>> left = new ArrayList<>(entries.size());
        for (Entry<K, L> entry : ordered) {
            if (entries.get(entry.key) == entry) {
                left.add(entry);
            }
        }
        // Takes little more time than a merge: all but the new ones are in order.
        left.sort(Comparator.comparing(entry -> entry.key));
        Object[] moved = new Object[left.size()];
        for (int i = 0; i < moved.length; i++) {
            Entry<K, L> entry = left.get(i);
            moved[i] = entry.place < 0 ? null : sealed[entry.place];
            entry.place = i;
        }
        ordered = left;
        sealed = moved;
    }
}
