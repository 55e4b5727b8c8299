package tickwing.board.view;

/** What flights are told apart by. */
public enum Grouping {
    /** The carrier's code. */
    AIRLINE
}
