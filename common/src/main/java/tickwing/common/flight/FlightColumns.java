package tickwing.common.flight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tickwing.common.json.Meanings;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;

/** The header of a flight file: which columns say date and airline, in any known layout. Not safe for several threads. */
public final class FlightColumns {
    private static final long MILLIS_A_DAY = 86_400_000L;

    private final List<String> names;
    private final FlightField[] meaning;
    /** Which columns mean a field, in their order. */
    private final Map<FlightField, int[]> columns = new EnumMap<>(FlightField.class);
    /** The columns that every row is asked for. */
    private final int[] needed;

    private final FlightFields fields = new FlightFields();
    private final Meanings<String> meanings = new Meanings<>(FlightFields::meaning);

    private FlightColumns(List<String> names) {
        this.names = List.copyOf(names);
        this.meaning = names.stream().map(FlightField::of).toArray(FlightField[]::new);
        this.needed = columns(field -> field != null && field.isAskedOfEveryRow());
        for (FlightField field : FlightField.values()) {
            columns.put(field, columns(field::equals));
        }
    }

    /** The columns of a header; rejected, with what is missing, when date or airline cannot be found in it. */
    public static Decoded<FlightColumns> of(List<String> header) {
        FlightColumns columns = new FlightColumns(header);
        boolean airline = columns.have(FlightField.AIRLINE) || columns.have(FlightField.MARKETING_AIRLINE);
        boolean date = columns.hasLocalDate() || columns.have(FlightField.HOUR);
        if (airline && date) {
            return Decoded.ok(columns);
        }
        return Decoded.rejected(
                "unknown header",
                "no column for the " + (airline ? "date" : date ? "airline" : "date and none for the airline")
                        + "; expected the header of a known layout, e.g. YEAR,MONTH,DAY,...,AIRLINE or FlightDate,...,"
                        + "Reporting_Airline");
    }

    /** Whether a column has a meaning, so that it is one of a flight file. */
    public static boolean isKnown(String column) {
        return FlightField.of(column) != null;
    }

    /** Whether columns say the local date; else there is but an hour, which says it together with a zone. */
    public boolean hasLocalDate() {
        return have(FlightField.DATE) || have(FlightField.YEAR) && have(FlightField.MONTH) && have(FlightField.DAY);
    }

    /** The columns that say the date as a whole, in their order: those of dates, or of hours where there are no dates. */
    public List<Integer> dateColumns() {
        FlightField field = hasLocalDate() ? FlightField.DATE : FlightField.HOUR;
        return Arrays.stream(columns.get(field)).boxed().toList();
    }

    /** Whether columns say which flight of a day and an airline it is: its number, and from where or when it leaves. */
    public boolean haveIdentity() {
        return have(FlightField.NUMBER) && (have(FlightField.ORIGIN) || have(FlightField.DEPARTURE));
    }

    /** Column names as the file has them. */
    public List<String> names() {
        return names;
    }

    /** Date and airline of a row with one cell for each column. */
    public Decoded<Flight> flight(Cells cells) {
        fields.clear();
        for (int column : needed) {
            fields.put(meaning[column], meanings.of(cells.bytes(), cells.start(column), cells.end(column)));
        }
        return fields.flight();
    }

    /**
     * When the row's flight is due to leave, by the clock of its airport, as if that were UTC; the start of its day when the
     * row does not say. On any thread.
     */
    public long departureMillis(Flight flight, Cells cells) {
        String text = text(FlightField.DEPARTURE, cells);
        int minutes = text == null ? 0 : Math.max(0, FlightTime.minutes(text));
        return flight.date().toEpochDay() * MILLIS_A_DAY + minutes * 60_000L;
    }

    /** What tells the row's flight from all others: date, airline, number, origin, departure. On any thread. */
    public Object[] identity(Flight flight, Cells cells) {
        return new Object[] {
            flight.date(),
            flight.airline(),
            text(FlightField.NUMBER, cells),
            text(FlightField.ORIGIN, cells),
            text(FlightField.DEPARTURE, cells)
        };
    }

    /** Null when the row says nothing. */
    private String text(FlightField field, Cells cells) {
        for (int column : columns.get(field)) {
            String text = FlightFields.meaning(cells.text(column));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The row with another date in every column that says year, month, day or date; a copy. */
    public Cells movedTo(LocalDate date, Cells cells) {
        String[] moved = cells.texts();
        for (int i = 0; i < meaning.length; i++) {
            if (meaning[i] == FlightField.YEAR) {
                moved[i] = Integer.toString(date.getYear());
            } else if (meaning[i] == FlightField.MONTH) {
                moved[i] = FlightDate.number(date.getMonthValue(), moved[i]);
            } else if (meaning[i] == FlightField.DAY) {
                moved[i] = FlightDate.number(date.getDayOfMonth(), moved[i]);
            } else if (meaning[i] == FlightField.DATE && !cells.isMissing(i)) {
                moved[i] = FlightDate.like(moved[i], date);
            }
        }
        return Cells.of(moved);
    }

    private boolean have(FlightField field) {
        return columns.get(field).length > 0;
    }

    private int[] columns(Predicate<FlightField> which) {
        return IntStream.range(0, meaning.length)
                .filter(i -> which.test(meaning[i]))
                .toArray();
    }
}
