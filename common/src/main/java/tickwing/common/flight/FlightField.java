package tickwing.common.flight;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column of a flight file means to the suite. */
enum FlightField {
    YEAR,
    MONTH,
    DAY,
    DATE,
    AIRLINE,
    NUMBER,
    ORIGIN,
    DEPARTURE;

    static final int COUNT = values().length;
    /** So many, from the first on, say the date or a part of it. */
    static final int DATE_PARTS = DATE.ordinal() + 1;

    private static final Map<String, FlightField> BY_NAME = Map.ofEntries(
            // Kaggle, "2015 Flight Delays and Cancellations", 31 columns
            Map.entry("YEAR", YEAR),
            Map.entry("MONTH", MONTH),
            Map.entry("DAY", DAY),
            Map.entry("AIRLINE", AIRLINE),
            Map.entry("FLIGHT_NUMBER", NUMBER),
            Map.entry("ORIGIN_AIRPORT", ORIGIN),
            Map.entry("SCHEDULED_DEPARTURE", DEPARTURE),
            // BTS on-time reporting, 109 columns
            Map.entry("Year", YEAR),
            Map.entry("Month", MONTH),
            Map.entry("DayofMonth", DAY),
            Map.entry("FlightDate", DATE),
            Map.entry("Reporting_Airline", AIRLINE),
            Map.entry("Flight_Number_Reporting_Airline", NUMBER),
            Map.entry("Origin", ORIGIN),
            Map.entry("CRSDepTime", DEPARTURE),
            // TranStats downloads
            Map.entry("DAY_OF_MONTH", DAY),
            Map.entry("FL_DATE", DATE),
            Map.entry("OP_UNIQUE_CARRIER", AIRLINE),
            Map.entry("OP_CARRIER", AIRLINE),
            Map.entry("UNIQUE_CARRIER", AIRLINE),
            Map.entry("CARRIER", AIRLINE),
            Map.entry("OP_CARRIER_FL_NUM", NUMBER),
            Map.entry("FL_NUM", NUMBER),
            Map.entry("ORIGIN", ORIGIN),
            Map.entry("CRS_DEP_TIME", DEPARTURE),
            // ASA Data Expo, 29 columns; shares Year, Month, DayofMonth, Origin, CRSDepTime
            Map.entry("UniqueCarrier", AIRLINE),
            Map.entry("FlightNum", NUMBER),
            // nycflights13
            Map.entry("year", YEAR),
            Map.entry("month", MONTH),
            Map.entry("day", DAY),
            Map.entry("carrier", AIRLINE),
            Map.entry("flight", NUMBER),
            Map.entry("origin", ORIGIN),
            Map.entry("sched_dep_time", DEPARTURE));

    /** Whether it says date or airline, without which a row is no flight; the others tell flights of a day apart. */
    boolean isAskedOfEveryRow() {
        return compareTo(AIRLINE) <= 0;
    }

    /** The same without case and signs, and what only records of other producers call so. */
    private static final Map<String, FlightField> BY_WORD = new HashMap<>();

    static {
        // Where names of two layouts are one word, they mean the same.
        BY_NAME.forEach((name, field) -> BY_WORD.put(word(name), field));
        List.of("airlinecode", "carriercode", "operatingairline", "iatacodereportingairline")
                .forEach(word -> BY_WORD.put(word, AIRLINE));
    }

    private static String word(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** The meaning of a column's name; null for one that the suite passes on without looking. */
    static FlightField of(String column) {
        return BY_NAME.get(column);
    }

    /** The meaning of a member's name in a record, whoever has written it; null for others. */
    static FlightField ofMember(String name) {
        FlightField field = of(name);
        return field == null ? BY_WORD.get(word(name)) : field;
    }
}
