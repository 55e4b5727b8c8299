package tickwing.common.flight;

import java.util.Map;

/** What a column of a flight file means to the suite. */
enum FlightField {
    YEAR,
    MONTH,
    DAY,
    DATE,
    AIRLINE;

    private static final Map<String, FlightField> BY_NAME = Map.ofEntries(
            // Kaggle, "2015 Flight Delays and Cancellations", 31 columns
            Map.entry("YEAR", YEAR),
            Map.entry("MONTH", MONTH),
            Map.entry("DAY", DAY),
            Map.entry("AIRLINE", AIRLINE),
            // BTS on-time reporting, 109 columns
            Map.entry("Year", YEAR),
            Map.entry("Month", MONTH),
            Map.entry("DayofMonth", DAY),
            Map.entry("FlightDate", DATE),
            Map.entry("Reporting_Airline", AIRLINE),
            // TranStats downloads
            Map.entry("DAY_OF_MONTH", DAY),
            Map.entry("FL_DATE", DATE),
            Map.entry("OP_UNIQUE_CARRIER", AIRLINE),
            Map.entry("OP_CARRIER", AIRLINE),
            Map.entry("UNIQUE_CARRIER", AIRLINE),
            Map.entry("CARRIER", AIRLINE),
            // ASA Data Expo, 29 columns; shares Year, Month, DayofMonth
            Map.entry("UniqueCarrier", AIRLINE),
            // nycflights13
            Map.entry("year", YEAR),
            Map.entry("month", MONTH),
            Map.entry("day", DAY),
            Map.entry("carrier", AIRLINE));

    /** The meaning of a column's name; null for one that the suite passes on without looking. */
    static FlightField of(String column) {
        return BY_NAME.get(column);
    }
}
