package tickwing.board.flight;

/**
 * What there is room for.
 *
 * @param days how many days; 1 or more
 * @param counts how many pairs of a day and an airline; 1 or more
 */
public record FlightRoom(int days, int counts) {
    public FlightRoom {
        if (days < 1 || counts < 1) {
            throw new IllegalArgumentException("no room with " + days + " days and " + counts + " counts");
        }
    }
}
