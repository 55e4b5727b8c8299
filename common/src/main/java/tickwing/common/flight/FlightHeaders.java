package tickwing.common.flight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers of layouts whose files may come without one. */
public final class FlightHeaders {
    private static final Map<String, List<String>> BY_NAME = Map.of(
            "kaggle2015",
            names("YEAR,MONTH,DAY,DAY_OF_WEEK,AIRLINE,FLIGHT_NUMBER,TAIL_NUMBER,ORIGIN_AIRPORT,DESTINATION_AIRPORT,"
                    + "SCHEDULED_DEPARTURE,DEPARTURE_TIME,DEPARTURE_DELAY,TAXI_OUT,WHEELS_OFF,SCHEDULED_TIME,"
                    + "ELAPSED_TIME,AIR_TIME,DISTANCE,WHEELS_ON,TAXI_IN,SCHEDULED_ARRIVAL,ARRIVAL_TIME,ARRIVAL_DELAY,"
                    + "DIVERTED,CANCELLED,CANCELLATION_REASON,AIR_SYSTEM_DELAY,SECURITY_DELAY,AIRLINE_DELAY,"
                    + "LATE_AIRCRAFT_DELAY,WEATHER_DELAY"),
            "asa",
            names("Year,Month,DayofMonth,DayOfWeek,DepTime,CRSDepTime,ArrTime,CRSArrTime,UniqueCarrier,FlightNum,"
                    + "TailNum,ActualElapsedTime,CRSElapsedTime,AirTime,ArrDelay,DepDelay,Origin,Dest,Distance,TaxiIn,"
                    + "TaxiOut,Cancelled,CancellationCode,Diverted,CarrierDelay,WeatherDelay,NASDelay,SecurityDelay,"
                    + "LateAircraftDelay"),
            "nycflights13",
            names("year,month,day,dep_time,sched_dep_time,dep_delay,arr_time,sched_arr_time,arr_delay,carrier,flight,"
                    + "tailnum,origin,dest,air_time,distance,hour,minute,time_hour"));

    private FlightHeaders() {}

    /** The columns of {@code kaggle2015}, {@code asa} or {@code nycflights13}, or of a list of names with commas. */
    public static Optional<List<String>> of(String nameOrList) {
        if (BY_NAME.containsKey(nameOrList)) {
            return Optional.of(BY_NAME.get(nameOrList));
        }
        return nameOrList.contains(",") ? Optional.of(names(nameOrList)) : Optional.empty();
    }

    /** What a layout with these columns is called, in a word or two. */
    public static String layoutOf(List<String> header) {
        return BY_NAME.entrySet().stream()
                        .filter(known -> known.getValue().equals(header))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(header.contains("Reporting_Airline") ? "BTS on-time reporting" : "flights")
                + ", " + header.size() + " columns";
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
