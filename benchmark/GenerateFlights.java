import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes made-up flights in the 31-column layout of Kaggle's "2015 Flight Delays and Cancellations" to standard output:
 * {@code java benchmark/GenerateFlights.java 1000000 >flights.csv}. The same number of rows is always the same file. The
 * rows of an airline are numbered by FLIGHT_NUMBER from 1 on, so that order and completeness can be checked.
 */
public final class GenerateFlights {
    private static final String HEADER = "YEAR,MONTH,DAY,DAY_OF_WEEK,AIRLINE,FLIGHT_NUMBER,TAIL_NUMBER,ORIGIN_AIRPORT,"
            + "DESTINATION_AIRPORT,SCHEDULED_DEPARTURE,DEPARTURE_TIME,DEPARTURE_DELAY,TAXI_OUT,WHEELS_OFF,"
            + "SCHEDULED_TIME,ELAPSED_TIME,AIR_TIME,DISTANCE,WHEELS_ON,TAXI_IN,SCHEDULED_ARRIVAL,ARRIVAL_TIME,"
            + "ARRIVAL_DELAY,DIVERTED,CANCELLED,CANCELLATION_REASON,AIR_SYSTEM_DELAY,SECURITY_DELAY,AIRLINE_DELAY,"
            + "LATE_AIRCRAFT_DELAY,WEATHER_DELAY\n";
    private static final String[] AIRLINES = {
        "WN", "DL", "AA", "OO", "EV", "UA", "MQ", "B6", "US", "AS", "NK", "F9", "HA", "VX"
    };
    private static final String[] AIRPORTS = {"ATL", "ORD", "DFW", "DEN", "LAX", "SFO", "PHX", "IAH", "LAS", "MSP"};
    private static final int DAYS = 365;

    private final SplittableRandom random = new SplittableRandom(2015);
    private final long[] flights = new long[AIRLINES.length];

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !args[0].matches("\\d{1,9}")) {
            System.err.println("Usage: java benchmark/GenerateFlights.java ROWS >FILE.csv");
            System.exit(2);
        }
        new GenerateFlights().write(Integer.parseInt(args[0]));
    }

    private void write(int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < rows; row++) {
                LocalDate day = LocalDate.of(2015, 1, 1).plusDays((long) row * DAYS / rows);
                out.write(row(day).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private String row(LocalDate day) {
        // The square makes some airlines much larger than others, as in life.
        int airline = (int) (AIRLINES.length * Math.pow(random.nextDouble(), 2));
        int departure = random.nextInt(24 * 60);
        int delay = (int) (60 * Math.pow(random.nextDouble(), 4)) - 8;
        int taxiOut = 8 + random.nextInt(20);
        int air = 35 + random.nextInt(300);
        int taxiIn = 3 + random.nextInt(10);
        int scheduled = air + 30;
        int elapsed = taxiOut + air + taxiIn;
        String head = day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ","
                + day.getDayOfWeek().getValue() + "," + AIRLINES[airline] + "," + ++flights[airline] + ",N"
                + (100 + random.nextInt(900)) + AIRLINES[airline] + "," + AIRPORTS[random.nextInt(AIRPORTS.length)]
                + "," + AIRPORTS[random.nextInt(AIRPORTS.length)] + "," + clock(departure) + ",";
        if (random.nextInt(64) == 0) {
            return head + ",,,," + scheduled + ",,," + air * 8 + ",,," + clock(departure + scheduled)
                    + ",,,0,1,B,,,,,\n";
        }
        int late = delay + elapsed - scheduled;
        String reasons = late >= 15 ? "," + (late - 5) + ",0,5,0,0\n" : ",,,,,\n";
        return head + clock(departure + delay) + "," + delay + "," + taxiOut + "," + clock(departure + delay + taxiOut)
                + "," + scheduled + "," + elapsed + "," + air + "," + air * 8 + ","
                + clock(departure + delay + taxiOut + air) + "," + taxiIn + "," + clock(departure + scheduled) + ","
                + clock(departure + delay + elapsed) + "," + late + ",0,0," + reasons;
    }

    /** Minutes since midnight as {@code hhmm}. */
    private static String clock(int minutes) {
        int of = Math.floorMod(minutes, 24 * 60);
        return String.format("%02d%02d", of / 60, of % 60);
    }
}
