package tickwing.replay.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-01-02 | 2023-01-02",
                "2023/1/2 | 2023-01-02",
                "2023.01.02 | 2023-01-02",
                "20230102 | 2023-01-02",
                "02.01.2023 | 2023-01-02",
                "2.1.23 | 2023-01-02",
                "31/12/1999 | 1999-12-31",
                "12/31/1999 | 1999-12-31",
                "31-12-69 | 2069-12-31",
                "31-12-70 | 1970-12-31",
                "2-Jan-2023 | 2023-01-02",
                "02 January 23 | 2023-01-02",
                "2023-Jan-02 | 2023-01-02",
                "Sept. 5, 2023 | 2023-09-05",
                "Mon, 02 Jan 2023 | 2023-01-02",
                "Tuesday 3 Jan 2023 | 2023-01-03",
                "' 2023-01-02 ' | 2023-01-02",
            })
    void readsDaysInAllForms(String text, String date) throws NotADate {
        Moment moment = MomentText.parse(text, null);
        assertEquals(LocalDate.parse(date), moment.date());
        assertNull(moment.time());
        assertTrue(moment.isMidnight());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:30 | 09:30",
                "09:30:15 | 09:30:15",
                "09:30:15.25 | 09:30:15.250",
                "9:30 AM | 09:30",
                "12:00:00 AM | 00:00",
                "12:30 PM | 12:30",
                "7 p.m. | 19:00",
                "07-PM | 19:00",
                "093000 | 09:30",
                "0930 | 09:30",
            })
    void readsTimesOfDayBehindThemAndInACellOfTheirOwn(String text, String time) throws NotADate {
        assertEquals(
                LocalTime.parse(time),
                MomentText.parse("2023-01-02 " + text, null).time());
        assertEquals(
                LocalTime.parse(time), MomentText.parse("20230102", text, null).time());
    }

    @ParameterizedTest
    @CsvSource({"Z, 0", "UTC, 0", "GMT, 0", "-05:00, -18000", "+0530, 19800", "-05, -18000", "UTC+01:00, 3600"})
    void readsOffsets(String text, int seconds) throws NotADate {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(seconds);
        assertEquals(offset, MomentText.parse("2023-01-02 09:30 " + text, null).offset());
        assertEquals(
                offset, MomentText.parse("2023-01-02T09:30:00" + text, null).offset());
        assertEquals(
                offset, MomentText.parse("2023-01-02", "09:30" + text, null).offset());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "2023",
                "2023-01",
                "2023-13-01",
                "2023-02-30",
                "2023-01-022",
                "22023-01-02",
                "202-01-02",
                "2023-0102",
                "2023--01-02",
                "02/012023",
                "0201/2023",
                "02/01/203",
                "02/01/20233",
                "32.01.2023",
                "1.2.3",
                "230102",
                "2023010",
                "20231301",
                "1899-12-31",
                "2101-01-01",
                "02-Jn-2023",
                "02-Janu-2023",
                "2023-01-02T",
                "2023-01-02 25:00",
                "2023-01-02 9:3",
                "2023-01-02 9",
                "2023-01-02 13:00 AM",
                "2023-01-02 09:30:00:00",
                "2023-01-02 09:30 +1900",
                "44929",
                "44929.5",
                "1999999999",
                "9999999999",
                "9262944000000000000",
                "99999999999999999999",
                "20230102.0",
                "2o23-01-02",
                "\u0662023-01-02",
            })
    void readsNothingElse(String text) {
        NotADate e = assertThrows(NotADate.class, () -> MomentText.parse(text, DateOrder.DMY));
        assertEquals(NotADate.Fault.NONE, e.fault());
    }

    @Test
    void saysWhatIsWrongWithADateThatIsOneInSomeWay() {
        assertEquals(NotADate.Fault.BOTH_WAYS, fault("03/04/2023", null));
        assertEquals(NotADate.Fault.BOTH_WAYS, fault("03/04/2023", DateOrder.YMD));
        assertEquals(NotADate.Fault.OTHER_ORDER, fault("13/04/2023", DateOrder.MDY));
        assertEquals(NotADate.Fault.OTHER_ORDER, fault("04/13/2023", DateOrder.DMY));
        assertEquals(NotADate.Fault.UNKNOWN_ZONE, fault("2023-01-02 09:30 EST", null));
    }

    private static NotADate.Fault fault(String text, DateOrder order) {
        return assertThrows(NotADate.class, () -> MomentText.parse(text, order)).fault();
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/05, DMY, 2005-04-03", "03/04/05, MDY, 2005-03-04", "03/04/05, YMD, 2003-04-05",
        "03.04.05, DMY, 2005-04-03", "03.04.05, MDY, 2005-04-03", "03.04.05, YMD, 2003-04-05",
    })
    void readsShortDatesInTheOrderOfTheFile(String text, DateOrder order, String date) throws NotADate {
        assertEquals(LocalDate.parse(date), MomentText.parse(text, order).date());
    }

    @Test
    void tellsCountsSince1970ApartByTheirSize() throws NotADate {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            // 2001 to 2029; from then on ten digits may be a day and an hour.
            long second = 1_000_000_000L + random.nextInt(899_999_999);
            String millis = String.format("%03d", random.nextInt(1_000));
            Instant whole = Instant.ofEpochSecond(second);
            Instant fine = whole.plusMillis(Long.parseLong(millis));
            assertEquals(whole, instant(second + ""));
            assertEquals(fine, instant(second + "." + millis));
            assertEquals(fine, instant(second + millis));
            assertEquals(fine, instant(second + millis + "000"));
            assertEquals(fine, instant(second + millis + "000000"));
        }
        assertTrue(MomentText.parse("1672617600", null).counted());
        assertFalse(MomentText.parse("20230102093000", null).counted());
    }

    private static Instant instant(String text) throws NotADate {
        return MomentText.parse(text, null).in(ZoneId.of("Asia/Tokyo")).toInstant();
    }

    @Test
    void takesTimesWithoutOffsetInTheZoneAndLeavesTheOthersAsTheyAre() throws NotADate {
        ZoneId york = ZoneId.of("America/New_York");
        assertEquals(
                OffsetDateTime.parse("2023-07-03T09:30-04:00"),
                MomentText.parse("2023-07-03 09:30", null).in(york));
        assertEquals(
                OffsetDateTime.parse("2023-07-03T09:30+02:00"),
                MomentText.parse("2023-07-03 09:30+02:00", null).in(york));
        assertEquals(
                OffsetDateTime.parse("2023-07-02T20:00-04:00"),
                MomentText.parse("1688342400", null).in(york));
    }

    @ParameterizedTest
    @EnumSource(DateOrder.class)
    void neverThrowsAnythingElseWhateverTheText(DateOrder order) {
        Random random = new Random(order.ordinal());
        String alphabet = "0123456789/-.: TZ+APMJanFebec,[]()'\u00e9";
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(22); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(random.nextBoolean() ? 10 : alphabet.length())));
            }
            try {
                Moment moment = MomentText.parse(text.toString(), order);
                assertTrue(moment.date().getYear() >= 1900 && moment.date().getYear() <= 2100, text.toString());
                read++;
            } catch (NotADate e) {
                // As most of them are.
            }
        }
        assertTrue(read > 20, read + "");
    }
}
