package tickwing.replay.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderEvidenceTest {
    @Test
    void goesByNumbersAboveTwelve() {
        OrderEvidence evidence = of(true, "03/04/2023", "13/04/2023", "14/04/2023");
        assertEquals(
                new OrderEvidence.Verdict(DateOrder.DMY, "line 3: 13/04/2023"),
                evidence.certain().orElseThrow());
        assertEquals(DateOrder.MDY, order(of(false, "04/13/2023", "04/14/2023")));
    }

    @Test
    void isNotCertainOfOneDateThatTheOthersSpeakAgainst() {
        OrderEvidence slip = of(true, "04/03/2023", "04/04/2023", "13/05/2023");
        assertEquals(Optional.empty(), slip.certain());
        assertEquals(Optional.empty(), slip.verdict());
        assertTrue(slip.example().isPresent());
        assertEquals(DateOrder.DMY, order(of(true, "11/04/2023", "12/04/2023", "13/04/2023")));
    }

    @Test
    void goesByTheWeekendThatOneOrderHasAloneWhereWorkingDaysAreDated() {
        assertEquals(Optional.empty(), of(false, "03/04/2023", "04/04/2023").verdict());
        assertEquals(DateOrder.DMY, order(of(true, "03/04/2023", "04/04/2023", "05/04/2023")));
        assertEquals(DateOrder.MDY, order(of(true, "04/03/2023", "04/04/2023", "04/05/2023")));
        assertEquals(Optional.empty(), of(true, "03/06/2023", "04/06/2023").verdict(), "days around the clock");
        assertEquals(Optional.empty(), of(true, "03/06/2023").verdict(), "one day alone");
        assertEquals(Optional.empty(), of(true, "01/07/2023", "01/10/2023").verdict(), "first days of months");
    }

    @Test
    void takesTheUsualOrderUnlessSomethingSpeaksAgainstIt() {
        assertTrue(of(false, "03/04/2023", "03/05/2023")
                .verdict(DateOrder.MDY, "so")
                .isPresent());
        assertFalse(of(false, "03/04/2023", "04/04/2023")
                .verdict(DateOrder.MDY, "so")
                .isPresent());
        assertFalse(
                of(false, "10/01/04", "10/01/05").verdict(DateOrder.MDY, "so").isPresent());
    }

    @Test
    void needsNoOrderForDatesThatSayIt() {
        assertFalse(of(true, "2023-01-02", "02.01.2023", "2-Jan-23", "20230102", "x", "")
                .isNeeded());
    }

    /** Whatever the dates: the order they were written in, or none. */
    @Test
    void neverTakesAYearOfTwoDigitsForADay() {
        Random random = new Random(11);
        int decided = 0;
        for (int i = 0; i < 4_000; i++) {
            List<LocalDate> dates = dates(random);
            DateOrder written = DateOrder.values()[random.nextInt(3)];
            String separator = random.nextBoolean() || written == DateOrder.MDY ? "/" : ".";
            String[] texts =
                    dates.stream().map(date -> text(date, written, separator)).toArray(String[]::new);
            OrderEvidence evidence = of(random.nextBoolean(), texts);
            if (evidence.verdict().isPresent()) {
                assertEquals(written, evidence.verdict().get().order(), String.join(" ", texts));
                decided++;
            } else if (separator.equals(".") && written == DateOrder.YMD) {
                assertTrue(evidence.isNeeded(), String.join(" ", texts));
            }
        }
        assertTrue(decided > 1_000, decided + "");
    }

    private static List<LocalDate> dates(Random random) {
        LocalDate date = LocalDate.of(2000 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
        boolean months = random.nextInt(3) == 0;
        date = months
                ? date.withDayOfMonth(1)
                : date.plusDays(date.getDayOfWeek().getValue() > 5 ? 2 : 0);
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 2 + random.nextInt(60); i > 0; i--) {
            dates.add(date);
            date = months
                    ? date.plusMonths(1)
                    : date.plusDays(date.getDayOfWeek().getValue() == 5 ? 3 : 1);
        }
        if (random.nextInt(3) == 0) {
            java.util.Collections.reverse(dates);
        }
        return dates;
    }

    private static String text(LocalDate date, DateOrder order, String separator) {
        String day = String.format("%02d", date.getDayOfMonth());
        String month = String.format("%02d", date.getMonthValue());
        String year = String.format("%02d", date.getYear() % 100);
        return switch (order) {
            case DMY -> String.join(separator, day, month, year);
            case MDY -> String.join(separator, month, day, year);
            case YMD -> String.join(separator, year, month, day);
        };
    }

    private static DateOrder order(OrderEvidence evidence) {
        return evidence.verdict().map(OrderEvidence.Verdict::order).orElse(null);
    }

    private static OrderEvidence of(boolean workingDays, String... texts) {
        OrderEvidence evidence = new OrderEvidence(workingDays);
        long line = 1;
        for (String text : texts) {
            evidence.add(text, ++line);
        }
        return evidence;
    }
}
