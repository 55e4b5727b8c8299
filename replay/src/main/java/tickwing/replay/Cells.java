package tickwing.replay;

import tickwing.common.flight.FlightJson;

/** What cells of data files have in common. */
final class Cells {
    private Cells() {}

    /** Whether a cell says that there is no value: it is empty or blank, {@code NA} or {@code \\N}. */
    static boolean isMissing(String cell) {
        return FlightJson.isMissing(cell) || cell.isBlank();
    }
}
