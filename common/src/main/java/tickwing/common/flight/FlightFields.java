package tickwing.common.flight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;
import tickwing.common.text.Cells;

/**
 * Collects date and airline from the columns of one row, in any known layout. Of several columns with the same meaning
 * the first in the row counts, for producers and consumers alike; but a code of an airline beats a name. Reused from row to row.
 */
final class FlightFields {
    private static final int MAX_AIRLINE = 64;

    private final String[] values = new String[FlightField.COUNT];
    private LocalDate last;
    /** What the last date was made of. */
    private final String[] lastParts = new String[FlightField.DATE_PARTS];

    void clear() {
        Arrays.fill(values, null);
    }

    /** @param text null when the column says nothing */
    void put(FlightField field, String text) {
        String before = values[field.ordinal()];
        if (before == null || field == FlightField.AIRLINE && text != null && !isCode(before) && isCode(text)) {
            values[field.ordinal()] = text;
        }
    }

    /** {@code AA}, {@code AAL}, {@code PA (1)}. */
    private static boolean isCode(String airline) {
        return airline.length() <= 3 || airline.length() <= 6 && airline.endsWith(")");
    }

    /** What a cell says, without blanks around it; null when it says nothing. */
    static String meaning(String cell) {
        return Cells.isMissing(cell) || cell.isBlank() ? null : cell.strip();
    }

    /** Whether further columns cannot change the outcome. */
    boolean isComplete() {
        String airline = get(FlightField.AIRLINE);
        return airline != null && isCode(airline) && (get(FlightField.DATE) != null || hasDateParts());
    }

    Decoded<Flight> flight() {
        return flight(airline());
    }

    /** The code of the airline that flies, or its name, or the code of the one that sells the flight; null for none. */
    String airline() {
        String operating = get(FlightField.AIRLINE);
        return operating == null ? get(FlightField.MARKETING_AIRLINE) : operating;
    }

    /** The flight of an airline that may be known from elsewhere; null for none. */
    Decoded<Flight> flight(String airline) {
        if (airline == null) {
            return Decoded.rejected(Reason.NO_AIRLINE, "no airline", "there is no airline; expected a code such as AA");
        }
        if (airline.length() > MAX_AIRLINE) {
            return Decoded.rejected(
                    Reason.NO_AIRLINE,
                    "airline too long",
                    "the airline has " + airline.length() + " characters, at most " + MAX_AIRLINE
                            + " are a code; expected e.g. AA");
        }
        try {
            LocalDate date = date();
            if (date == null) {
                return Decoded.rejected(
                        Reason.NO_DATE, "no date", "there is no complete date; expected year, month and day");
            }
            return Decoded.ok(new Flight(date, airline));
        } catch (DateTimeException | NumberFormatException e) {
            return Decoded.rejected(
                    Reason.NO_DATE,
                    "not a date",
                    "date \"" + dateText() + "\" is not a date; expected e.g. 2014-01-31");
        }
    }

    /** Null when the row does not say. Rows of a day follow each other, so that the last row's date mostly is this one's. */
    private LocalDate date() {
        String whole = get(FlightField.DATE) == null && !hasDateParts() ? hour() : get(FlightField.DATE);
        if (whole == null && !hasDateParts()) {
            return null;
        }
        if (last == null || !hasLastParts()) {
            last = whole == null
                    ? LocalDate.of(
                            number(get(FlightField.YEAR)), number(get(FlightField.MONTH)), number(get(FlightField.DAY)))
                    : FlightDate.parse(whole);
            System.arraycopy(values, 0, lastParts, 0, lastParts.length);
        }
        return last;
    }

    /** Of a time in UTC nobody knows the date where the flight leaves; null then, too. */
    private String hour() {
        String hour = get(FlightField.HOUR);
        return hour == null || hour.endsWith("Z") || hour.endsWith("+00:00") ? null : hour;
    }

    private boolean hasLastParts() {
        return Arrays.equals(values, 0, lastParts.length, lastParts, 0, lastParts.length);
    }

    private boolean hasDateParts() {
        return get(FlightField.YEAR) != null && get(FlightField.MONTH) != null && get(FlightField.DAY) != null;
    }

    private static int number(String text) {
        return Integer.parseInt(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
    }

    private String dateText() {
        if (get(FlightField.DATE) != null) {
            return get(FlightField.DATE);
        }
        return get(FlightField.YEAR) + "-" + get(FlightField.MONTH) + "-" + get(FlightField.DAY);
    }

    String get(FlightField field) {
        return values[field.ordinal()];
    }
}
