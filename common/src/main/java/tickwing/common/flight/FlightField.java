package tickwing.common.flight;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a column of a flight file means to the suite. */
enum FlightField {
    YEAR,
    MONTH,
    DAY,
    DATE,
    /** A date and an hour, which say the date where nothing else does. */
    HOUR,
    /** The code of the airline that sells the flight, which counts where nothing says who flies it. */
    MARKETING_AIRLINE,
    AIRLINE,
    NUMBER,
    ORIGIN,
    DEPARTURE;

    static final int COUNT = values().length;
    /** So many, from the first on, say the date or a part of it. */
    static final int DATE_PARTS = HOUR.ordinal() + 1;

    /** The meanings of names, those of any case, with blanks or underscores, by their letters and digits alone. */
    private static final Map<String, FlightField> BY_WORD = new HashMap<>();

    static {
        // Kaggle, "2015 Flight Delays and Cancellations", 31 columns
        mean(YEAR, "YEAR");
        mean(MONTH, "MONTH");
        mean(DAY, "DAY");
        mean(AIRLINE, "AIRLINE");
        mean(NUMBER, "FLIGHT_NUMBER");
        mean(ORIGIN, "ORIGIN_AIRPORT");
        mean(DEPARTURE, "SCHEDULED_DEPARTURE");
        // BTS on-time reporting, 109 columns
        mean(DAY, "DayofMonth");
        mean(DATE, "FlightDate");
        mean(AIRLINE, "Reporting_Airline", "IATA_CODE_Reporting_Airline");
        mean(NUMBER, "Flight_Number_Reporting_Airline");
        mean(ORIGIN, "Origin");
        mean(DEPARTURE, "CRSDepTime");
        // The same by marketing carrier; Kaggle's "Flight Status Prediction", 2018 to 2022 (Combined_Flights), is a
        // part of it
        mean(AIRLINE, "Operating_Airline", "IATA_Code_Operating_Airline");
        mean(NUMBER, "Flight_Number_Operating_Airline", "Flight_Number_Marketing_Airline");
        mean(MARKETING_AIRLINE, "Marketing_Airline_Network", "IATA_Code_Marketing_Airline");
        // TranStats downloads, by reporting and by marketing carrier
        mean(DATE, "FL_DATE");
        mean(AIRLINE, "OP_UNIQUE_CARRIER", "OP_CARRIER", "UNIQUE_CARRIER", "CARRIER");
        mean(NUMBER, "OP_CARRIER_FL_NUM", "FL_NUM", "MKT_CARRIER_FL_NUM");
        mean(DEPARTURE, "CRS_DEP_TIME");
        mean(MARKETING_AIRLINE, "MKT_UNIQUE_CARRIER", "MKT_CARRIER");
        // Kaggle, "Flight Delay and Cancellation Dataset", 2019 to 2023, where AIRLINE is a name
        mean(AIRLINE, "AIRLINE_CODE");
        mean(NUMBER, "FL_NUMBER");
        // ASA Data Expo, 29 columns
        mean(NUMBER, "FlightNum");
        // nycflights13, nycflights23, anyflights
        mean(NUMBER, "flight");
        mean(DEPARTURE, "sched_dep_time");
        mean(HOUR, "time_hour");
        // Records of other producers
        mean(AIRLINE, "carrier_code");
    }

    private static void mean(FlightField field, String... names) {
        for (String name : names) {
            BY_WORD.put(word(name), field);
        }
    }

    /** Whether it says date or airline, without which a row is no flight; the others tell flights of a day apart. */
    boolean isAskedOfEveryRow() {
        return compareTo(AIRLINE) <= 0;
    }

    private static String word(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** The meaning of a column's name, or a record's member's; null for one that the suite passes on without looking. */
    static FlightField of(String name) {
        return BY_WORD.get(word(name));
    }
}
