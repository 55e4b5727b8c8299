package tickwing.replay.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dates of a file say of the order in which they name day and month. A number above 12 is a day. Else, where
 * things are dated that happen on working days only, the order that has no weekend while the other one has some; the first
 * of a month has no say there, since months are dated so, whatever day that is.
 */
public final class OrderEvidence {
    /** How many dates tell whether the first or the last number is the year, where it has two digits. */
    private static final int MOST_YEARS = 1_000;

    /** What decides, and where it was seen. */
    public record Verdict(DateOrder order, String why) {}

    private final boolean workingDays;
    private final Map<DateOrder, String> weekends = new EnumMap<>(DateOrder.class);
    private final Set<Integer> firsts = new HashSet<>();
    private final Set<Integer> lasts = new HashSet<>();
    private Verdict byNumber;
    private String bothWays;
    private boolean seen;
    private boolean yearMayBeFirst = true;

    /** @param workingDays whether what is dated happens on working days only */
    public OrderEvidence(boolean workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * Takes a text into account; those whose form says the order have no say.
     *
     * @param line where it stands
     */
    public void add(String text, long line) {
        int[] numbers = MomentText.numbers(text);
        if (numbers == null) {
            return;
        }
        int first = numbers[0];
        int second = numbers[1];
        int year = numbers[2] < 100 ? numbers[2] + (numbers[2] < 70 ? 2_000 : 1_900) : numbers[2];
        if (Math.min(first, second) < 1
                || Math.min(first, second) > 12 && numbers[2] > 99
                || Math.max(first, second) > 99) {
            return;
        }
        seen = true;
        years(first, second, numbers[2]);
        if (first > 12 && first <= 31 && second <= 12) {
            decide(DateOrder.DMY, text, line);
        } else if (second > 12 && second <= 31 && first <= 12) {
            decide(DateOrder.MDY, text, line);
        } else if (first != second && bothWays == null && first <= 12 && second <= 12) {
            bothWays = text;
        }
        if (workingDays && first <= 12 && second <= 12 && first > 1 && second > 1) {
            weekend(DateOrder.DMY, year, second, first, text);
            weekend(DateOrder.MDY, year, first, second, text);
        }
    }

    private void decide(DateOrder order, String text, long line) {
        if (byNumber == null) {
            byNumber = new Verdict(order, "line " + line + ": " + text);
        }
    }

    private void years(int first, int second, int last) {
        yearMayBeFirst &= last >= 1 && last <= 31 && second <= 12;
        if (firsts.size() < MOST_YEARS) {
            firsts.add(first);
            lasts.add(last);
        }
    }

    private void weekend(DateOrder order, int year, int month, int day, String text) {
        try {
            DayOfWeek weekday = LocalDate.of(year, month, day).getDayOfWeek();
            if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
                weekends.putIfAbsent(order, text);
            }
        } catch (DateTimeException e) {
            // No date in this order, and so no weekend.
        }
    }

    /** Whether there were dates that need an order at all. */
    public boolean isNeeded() {
        return seen;
    }

    /** A date that can be read both ways; empty where there was none. */
    public Optional<String> example() {
        return Optional.ofNullable(bothWays);
    }

    /** What a number above 12 says; no further date changes it. */
    public Optional<Verdict> certain() {
        return yearIsLikelyFirst() ? Optional.empty() : Optional.ofNullable(byNumber);
    }

    /** The verdict on all dates; empty where they do not say. */
    public Optional<Verdict> verdict() {
        if (yearIsLikelyFirst() || byNumber != null || weekends.size() != 1) {
            return certain();
        }
        DateOrder wrong = weekends.keySet().iterator().next();
        DateOrder right = wrong == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
        return Optional.of(new Verdict(
                right, weekends.get(wrong) + " would be a weekend " + wrong.words() + ", none is " + right.words()));
    }

    /** Of {@code 23/01/04, 23/01/05, ...} the first number is the year, since it stays: no reader should guess that. */
    private boolean yearIsLikelyFirst() {
        return seen && yearMayBeFirst && lasts.size() > firsts.size();
    }
}
