package tickwing.producer.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.flight.Flight;
import tickwing.common.record.Decoded;

/** Any table of flights, written in any layout, means to a consumer what it was, or is refused with a word on what to say. */
class AnyFlightFileTest {
    private static final int SEEDS = 15;
    private static final List<String> AIRLINES = List.of("AA", "9E", "WN", "B6", "AAL", "PA (1)", "É1");

    /** Layouts, and what their columns hold by the letters that {@link #cell} knows; others hold numbers. */
    private enum Layout {
        KAGGLE_2015(
                "YEAR,MONTH,DAY,DAY_OF_WEEK,AIRLINE,FLIGHT_NUMBER,ORIGIN_AIRPORT,SCHEDULED_DEPARTURE,DELAY",
                "y,m,d,,A,n,o,t,",
                ""),
        KAGGLE_2015_HEADERLESS(null, "y,m,d,,A,n,,o,,t,,,,,,,,,,,,,,,,,,,,,", "--header=kaggle2015"),
        ASA("Year,Month,DayofMonth,DayOfWeek,DepTime,CRSDepTime,UniqueCarrier,FlightNum,Origin", "y,m,d,,,t,A,n,o", ""),
        ASA_HEADERLESS(null, "y,m,d,,,t,,,A,n,,,,,,,o,,,,,,,,,,,,", "--header=asa"),
        NYCFLIGHTS(
                "year,month,day,dep_time,sched_dep_time,carrier,flight,origin,hour,time_hour", "y,m,d,,t,A,n,o,,h", ""),
        HOURS("carrier,flight,origin,time_hour", "A,n,o,h", "--zone=America/New_York"),
        BTS_REPORTING(
                "Year,Quarter,Month,DayofMonth,DayOfWeek,FlightDate,Reporting_Airline,DOT_ID_Reporting_Airline,"
                        + "IATA_CODE_Reporting_Airline,Tail_Number,Flight_Number_Reporting_Airline,Origin,CRSDepTime,",
                "y,,m,d,,i,A,,A,,n,o,t,e",
                ""),
        BTS_MARKETING(
                "Year,Quarter,Month,DayofMonth,DayOfWeek,FlightDate,Marketing_Airline_Network,"
                        + "Operated_or_Branded_Code_Share_Partners,IATA_Code_Marketing_Airline,"
                        + "Flight_Number_Marketing_Airline,Operating_Airline,IATA_Code_Operating_Airline,Origin,CRSDepTime,",
                "y,,m,d,,i,M,,M,n,A,A,o,t,e",
                ""),
        TRANSTATS("FL_DATE,OP_UNIQUE_CARRIER,OP_CARRIER_FL_NUM,ORIGIN,DEST,CRS_DEP_TIME", "D,A,n,o,o,t", ""),
        TRANSTATS_LOWER("fl_date,op_unique_carrier,op_carrier_fl_num,origin,dest,crs_dep_time", "D,A,n,o,o,t", ""),
        TRANSTATS_MARKETING("FL_DATE,MKT_UNIQUE_CARRIER,MKT_CARRIER_FL_NUM,OP_UNIQUE_CARRIER,ORIGIN", "D,M,n,A,o", ""),
        KAGGLE_2019(
                "FL_DATE,AIRLINE,AIRLINE_DOT,AIRLINE_CODE,DOT_CODE,FL_NUMBER,ORIGIN,CRS_DEP_TIME",
                "D,N,N,A,,n,o,t",
                ""),
        COMBINED(
                "FlightDate,Airline,Origin,Dest,Cancelled,CRSDepTime,Year,Quarter,Month,DayofMonth,"
                        + "Marketing_Airline_Network,Flight_Number_Marketing_Airline,Operating_Airline",
                "D,N,o,o,,t,y,,m,d,M,n,A",
                "");

        private final String header;
        private final String[] cells;
        private final String option;

        Layout(String header, String cells, String option) {
            this.header = header;
            this.cells = cells.split(",", -1);
            this.option = option;
        }
    }

    /** Ways to write a date. */
    private enum Form {
        ISO,
        ISO_MIDNIGHT,
        COMPACT,
        MDY_MIDNIGHT,
        MDY,
        MDY_SHORT,
        MDY_YEAR2,
        DMY,
        DMY_YEAR2,
        YMD_YEAR2,
        YMD,
        DOTTED,
        DOTTED_YEAR2,
        NAMED,
        MILLIS;

        String write(LocalDate date) {
            int y = date.getYear();
            int m = date.getMonthValue();
            int d = date.getDayOfMonth();
            return switch (this) {
                case ISO -> f("%d-%02d-%02d", y, m, d);
                case ISO_MIDNIGHT -> f("%d-%02d-%02d 00:00:00", y, m, d);
                case COMPACT -> f("%d%02d%02d", y, m, d);
                case MDY_MIDNIGHT -> f("%d/%d/%d 12:00:00 AM", m, d, y);
                case MDY -> f("%02d/%02d/%d", m, d, y);
                case MDY_SHORT -> f("%d/%d/%d", m, d, y);
                case MDY_YEAR2 -> f("%d/%d/%02d", m, d, y % 100);
                case DMY -> f("%02d/%02d/%d", d, m, y);
                case DMY_YEAR2 -> f("%02d/%02d/%02d", d, m, y % 100);
                case YMD_YEAR2 -> f("%02d/%02d/%02d", y % 100, m, d);
                case YMD -> f("%d/%d/%d", y, m, d);
                case DOTTED -> f("%02d.%02d.%d", d, m, y);
                case DOTTED_YEAR2 -> f("%02d.%02d.%02d", d, m, y % 100);
                case NAMED ->
                    f("%d-%s-%02d", d, "JanFebMarAprMayJunJulAugSepOctNovDec".substring(3 * m - 3, 3 * m), y % 100);
                case MILLIS -> date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + "";
            };
        }

        private static String f(String format, Object... values) {
            return String.format(Locale.ROOT, format, values);
        }
    }

    @TempDir
    private Path folder;

    @Test
    void meansWhatItWasOrIsRefusedWithAnOptionThatHelps() {
        DryReading reading = new DryReading(folder);
        Map<Layout, Integer> read = new EnumMap<>(Layout.class);
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Layout layout : Layout.values()) {
            for (int seed = 0; seed < SEEDS; seed++, all++) {
                Random random = new Random(seed * 100L + layout.ordinal());
                Form form = Form.values()[random.nextInt(Form.values().length)];
                List<String> flights = new ArrayList<>();
                String text = file(layout, form, random, flights);
                String[] options = layout.option.isEmpty() ? new String[0] : new String[] {layout.option};
                DryReading.Read got = reading.file(encoded(text, random), options);
                if (got.code() == 0 && got.flights().equals(flights)) {
                    read.merge(layout, 1, Integer::sum);
                } else if (got.code() != -1 || !got.error().contains("--")) {
                    wrong.add(layout + " " + seed + " " + form + " code " + got.code() + got.error() + "\n"
                            + text.lines().limit(5).collect(Collectors.joining("\n")) + "\n"
                            + got.flights().stream().limit(3).toList() + "\n"
                            + flights.stream().limit(3).toList() + "\n" + got.out());
                }
            }
        }
        assertEquals(List.of(), wrong, () -> wrong.size() + " wrong\n" + String.join("\n\n", wrong));
        int understood = read.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(understood > 0.7 * all, read + " of " + all);
    }

    private static byte[] encoded(String text, Random random) {
        String lines = text.replace("\n", List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
        Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .get(Math.max(0, random.nextInt(6) - 3));
        return ((charset != StandardCharsets.UTF_8 || random.nextBoolean() ? "\uFEFF" : "") + lines).getBytes(charset);
    }

    private static String file(Layout layout, Form form, Random random, List<String> flights) {
        char separator = ",,;\t|".charAt(random.nextInt(5));
        boolean padded = random.nextBoolean();
        List<String> lines = new ArrayList<>();
        if (layout.header != null) {
            lines.add(layout.header.replace(',', separator));
        }
        LocalDate start = LocalDate.of(1999 + random.nextInt(26), 1, 1).plusDays(random.nextInt(365));
        int days = 1 + random.nextInt(40);
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(60); i++) {
            dates.add(start.plusDays(random.nextInt(days)));
        }
        if (random.nextInt(4) > 0) {
            Collections.sort(dates);
        }
        for (LocalDate date : dates) {
            String airline = AIRLINES.get(random.nextInt(AIRLINES.size()));
            String[] cells = Arrays.stream(layout.cells)
                    .map(letter -> cell(letter, date, airline, form, padded))
                    .toArray(String[]::new);
            lines.add(String.join(String.valueOf(separator), cells));
            flights.add(Decoded.ok(new Flight(date, airline)).toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(String letter, LocalDate date, String airline, Form form, boolean padded) {
        return switch (letter) {
            case "y" -> Integer.toString(date.getYear());
            case "m" -> String.format(padded ? "%02d" : "%d", date.getMonthValue());
            case "d" -> String.format(padded ? "%02d" : "%d", date.getDayOfMonth());
            case "i" -> date.toString();
            case "D" -> form.write(date);
            // Nine in the evening in New York, which is the next day in UTC.
            case "h" -> date.plusDays(1) + "T01:00:00Z";
            case "A" -> airline;
            case "M" -> "DL";
            case "N" -> "Some Air Lines, Inc.: SA".replace(",", "");
            case "n" -> "17";
            case "o" -> "JFK";
            case "t" -> "2105";
            case "e" -> "";
            default -> "3";
        };
    }
}
