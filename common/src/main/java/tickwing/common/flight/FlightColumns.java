package tickwing.common.flight;

import java.time.LocalDate;
import java.util.List;
import tickwing.common.Decoded;

/** The header of a flight file: which columns say date and airline, in any known layout. Not safe for several threads. */
public final class FlightColumns {
    private static final long MILLIS_A_DAY = 86_400_000L;

    private final List<String> names;
    private final FlightField[] meaning;
    private final FlightFields fields = new FlightFields();

    private FlightColumns(List<String> names) {
        this.names = List.copyOf(names);
        this.meaning = names.stream().map(FlightField::of).toArray(FlightField[]::new);
    }

    /** The columns of a header; rejected, with what is missing, when date or airline cannot be found in it. */
    public static Decoded<FlightColumns> of(List<String> header) {
        FlightColumns columns = new FlightColumns(header);
        boolean airline = columns.has(FlightField.AIRLINE);
        boolean date = columns.has(FlightField.DATE)
                || columns.has(FlightField.YEAR) && columns.has(FlightField.MONTH) && columns.has(FlightField.DAY);
        if (airline && date) {
            return Decoded.ok(columns);
        }
        return Decoded.rejected(
                "unknown header",
                "no column for the " + (airline ? "date" : date ? "airline" : "date and none for the airline")
                        + "; expected the header of a known layout, e.g. YEAR,MONTH,DAY,...,AIRLINE or FlightDate,...,"
                        + "Reporting_Airline");
    }

    /** Column names as the file has them. */
    public List<String> names() {
        return names;
    }

    /** Date and airline of a row with one cell for each column; a cell may be null. */
    public Decoded<Flight> flight(String[] cells) {
        fields.clear();
        for (int i = 0; i < meaning.length; i++) {
            if (meaning[i] != null) {
                fields.put(meaning[i], cells[i]);
            }
        }
        return fields.flight();
    }

    /**
     * When the flight that was found last is due to leave, by the clock of its airport, as if that were UTC; the start of
     * its day when the row does not say.
     */
    public long departureMillis(Flight found) {
        int minutes = Math.max(0, fields.departureMinutes());
        return found.date().toEpochDay() * MILLIS_A_DAY + minutes * 60_000L;
    }

    /** What tells the flight that was found last from all others: date, airline, number, origin, departure. */
    public Object[] identity(Flight found) {
        return new Object[] {
            found.date(),
            found.airline(),
            fields.text(FlightField.NUMBER),
            fields.text(FlightField.ORIGIN),
            fields.text(FlightField.DEPARTURE)
        };
    }

    /** The row with another date in every column that says year, month, day or date; a copy. */
    public String[] movedTo(LocalDate date, String[] cells) {
        String[] moved = cells.clone();
        for (int i = 0; i < meaning.length; i++) {
            if (meaning[i] == FlightField.YEAR) {
                moved[i] = Integer.toString(date.getYear());
            } else if (meaning[i] == FlightField.MONTH) {
                moved[i] = FlightDate.number(date.getMonthValue(), cells[i]);
            } else if (meaning[i] == FlightField.DAY) {
                moved[i] = FlightDate.number(date.getDayOfMonth(), cells[i]);
            } else if (meaning[i] == FlightField.DATE && !FlightJson.isMissing(cells[i])) {
                moved[i] = FlightDate.like(cells[i], date);
            }
        }
        return moved;
    }

    private boolean has(FlightField field) {
        for (FlightField each : meaning) {
            if (each == field) {
                return true;
            }
        }
        return false;
    }
}
