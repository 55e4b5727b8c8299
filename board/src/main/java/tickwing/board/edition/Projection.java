package tickwing.board.edition;

import tickwing.board.view.Snapshot;

/**
 * Computes one view of one edition after the other, and may keep what helps with the next. Used by one thread at a time.
 *
 * @param <E> what an edition holds
 */
public interface Projection<E> {
    /** The view of an edition, which is later than the one before. */
    Snapshot at(Edition<E> edition);
}
