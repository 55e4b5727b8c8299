package tickwing.board.view;

/** What is counted of flights. */
public enum Measure {
    /** All of them, cancelled ones too. */
    FLIGHTS
}
