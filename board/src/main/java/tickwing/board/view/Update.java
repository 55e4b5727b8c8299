package tickwing.board.view;

/** What brings somebody who watches a view up to date. */
public sealed interface Update permits Update.Whole, Delta {
    /** All of it: at the beginning, and where too much has changed. */
    record Whole(Snapshot snapshot) implements Update {}

    /** From what was seen last, null at the beginning, to what is to be seen now; a {@link Delta} wherever one will do. */
    static Update between(Snapshot seen, Snapshot now) {
        return seen == null ? new Whole(now) : Comparison.of(seen, now);
    }
}
