package tickwing.replay.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dates of a file say of the order in which they name day and month. A number above 12 is a day. Else, where
 * things are dated that happen on working days only, the order that has no weekend while the other one has some; the first
 * of a month has no say there, since months are dated so, whatever day that is. Years of two digits may come first, too.
 */
public final class OrderEvidence {
    /** So many dates are no slips. */
    private static final int FEW = 2;

    /** Of so many dates one may be none. */
    private static final int MOST = 10;

    private static final int NEAR = 10;
    private static final int FAR = 28;

    /** What decides, and where it was seen. */
    public record Verdict(DateOrder order, String why) {}

    private final boolean workingDays;
    private final Map<DateOrder, String> weekends = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, Course> courses = new EnumMap<>(DateOrder.class);
    private final Set<Integer> firsts = new HashSet<>();
    private final Set<Integer> lasts = new HashSet<>();
    private Verdict byNumber;
    /** The dates that say so, as far as these are few. */
    private final Set<MomentText.Numbers> deciding = new HashSet<>();

    private String bothWays;
    private String first;
    private MomentText.Numbers firstNumbers;
    private boolean several;
    private boolean needed;
    private boolean yearMayBeFirst = true;

    /** @param workingDays whether what is dated happens on working days only */
    public OrderEvidence(boolean workingDays) {
        this.workingDays = workingDays;
        for (DateOrder order : DateOrder.values()) {
            courses.put(order, new Course());
        }
    }

    /** How the dates of a file go up and down, read in one order. */
    private static final class Course {
        private long last;
        private int direction;
        private boolean begun;
        private int turns;
        private int some;
        private int none;
        /** How many days one date is from the next at the least. */
        private long least = Long.MAX_VALUE;

        void add(int year, int month, int day) {
            LocalDate date = date(year, month, day);
            if (date == null) {
                none++;
                return;
            }
            some++;
            long step = date.toEpochDay() - last;
            if (begun && step != 0) {
                least = Math.min(least, Math.abs(step));
                turns += direction != 0 && Long.signum(step) != direction ? 1 : 0;
                direction = Long.signum(step);
            }
            begun = true;
            last = date.toEpochDay();
        }
    }

    /** Whether dates of a week or two follow each other in one order, which are months apart in another one. */
    private boolean areNear(DateOrder order, DateOrder other) {
        return courses.get(order).least < NEAR && courses.get(other).least >= FAR;
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Takes a text into account; those whose form says the order have no say.
     *
     * @param line where it stands
     */
    public void add(String text, long line) {
        MomentText.Numbers numbers = MomentText.numbers(text);
        if (numbers == null || !isDate(numbers)) {
            return;
        }
        several |= first != null && !firstNumbers.equals(numbers);
        firstNumbers = first == null ? numbers : firstNumbers;
        first = first == null ? text : first;
        years(numbers);
        if (!numbers.dotted()) {
            needed = true;
            numbers(numbers, text, line);
        }
    }

    private static boolean isDate(MomentText.Numbers numbers) {
        int less = Math.min(numbers.first(), numbers.second());
        boolean year = numbers.twoDigits() && numbers.first() == 0 && numbers.second() >= 1;
        return year || less >= 1 && (less <= 12 || numbers.last() <= 99);
    }

    private static int year(int digits) {
        return digits > 99 ? digits : digits + (digits < 70 ? 2_000 : 1_900);
    }

    private void numbers(MomentText.Numbers numbers, String text, long line) {
        int one = numbers.first();
        int two = numbers.second();
        int year = year(numbers.last());
        if (one > 12 && one <= 31 && two <= 12) {
            decide(DateOrder.DMY, numbers, text, line);
        } else if (two > 12 && two <= 31 && one <= 12) {
            decide(DateOrder.MDY, numbers, text, line);
        } else if (one != two && bothWays == null && one <= 12 && two <= 12) {
            bothWays = text;
        }
        if (workingDays && one <= 12 && two <= 12 && one > 1 && two > 1) {
            weekend(DateOrder.DMY, date(year, two, one), text);
            weekend(DateOrder.MDY, date(year, one, two), text);
        }
    }

    private void decide(DateOrder order, MomentText.Numbers numbers, String text, long line) {
        if (byNumber == null) {
            byNumber = new Verdict(order, "line " + line + ": " + text);
        }
        if (deciding.size() < FEW && byNumber.order() == order) {
            deciding.add(numbers);
        }
    }

    private void years(MomentText.Numbers numbers) {
        int one = numbers.first();
        int two = numbers.second();
        int last = numbers.last();
        yearMayBeFirst &= numbers.twoDigits() && last >= 1 && last <= 31 && two <= 12;
        if (last <= 99) {
            firsts.add(one);
            lasts.add(last);
        }
        courses.get(DateOrder.DMY).add(year(last), two, one);
        courses.get(DateOrder.MDY).add(year(last), one, two);
        courses.get(DateOrder.YMD).add(year(one), two, last);
    }

    private void weekend(DateOrder order, LocalDate date, String text) {
        DayOfWeek weekday = date.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            weekends.putIfAbsent(order, text);
        }
    }

    /** Whether there were dates that need an order at all. */
    public boolean isNeeded() {
        return needed || isYearOpen();
    }

    /** A date that can be read both ways; empty where there was none. */
    public Optional<String> example() {
        return Optional.ofNullable(isYearOpen() || bothWays == null && byNumber != null ? first : bothWays);
    }

    /** The orders that it can be in. */
    public List<DateOrder> candidates() {
        if (!isYearOpen()) {
            return List.of(DateOrder.DMY, DateOrder.MDY);
        }
        return bothWays == null
                ? List.of(DateOrder.DMY, DateOrder.YMD)
                : List.of(DateOrder.DMY, DateOrder.MDY, DateOrder.YMD);
    }

    /** What numbers above 12 say; no further date changes it. */
    public Optional<Verdict> certain() {
        return mayYearBeFirst() || deciding.size() < FEW ? Optional.empty() : Optional.ofNullable(byNumber);
    }

    /** The verdict on all dates; empty where they do not say. */
    public Optional<Verdict> verdict() {
        if (mayYearBeFirst() && isYearOpen() || byNumber != null && isDoubtful()) {
            return Optional.empty();
        }
        if (mayYearBeFirst() || byNumber != null || weekends.size() != 1 || !several) {
            return Optional.ofNullable(byNumber);
        }
        DateOrder wrong = weekends.keySet().iterator().next();
        DateOrder right = wrong == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
        if (areNear(wrong, right)) {
            // Days that follow each other, a weekend among them: of what is traded around the clock, perhaps.
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                right, weekends.get(wrong) + " would be a weekend " + wrong.words() + ", none is " + right.words()));
    }

    /** Whether but one date says so, which may be a slip, and the others say something else. */
    private boolean isDoubtful() {
        DateOrder own = byNumber.order();
        DateOrder other = own == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
        boolean weekend = weekends.size() == 1 && weekends.containsKey(own);
        boolean slip = weekend || areNear(other, own) || turns(own) > turns(other);
        return deciding.size() < FEW && several && slip;
    }

    /**
     * The verdict where the dates do not say, and files of this kind have an order of their own; empty where something
     * speaks against it.
     *
     * @param usual that order
     * @param why what says so
     */
    public Optional<Verdict> verdict(DateOrder usual, String why) {
        boolean yearFirst = mayYearBeFirst() && (lasts.size() > firsts.size() || turns(DateOrder.YMD) < turns(usual));
        boolean dotted = !needed && isYearOpen();
        boolean weekend = weekends.size() == 1 && weekends.containsKey(usual);
        boolean other = byNumber != null && byNumber.order() != usual;
        boolean near = areNear(usual == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY, usual);
        return dotted || yearFirst || weekend || other || near
                ? Optional.empty()
                : Optional.of(new Verdict(usual, why));
    }

    private int turns(DateOrder order) {
        return courses.get(order).turns;
    }

    private boolean mayYearBeFirst() {
        return first != null && yearMayBeFirst;
    }

    /**
     * Whether two digits at the start may be the year, and not the day: of {@code 23/01/04, 23/01/05, ...} the first number
     * stays. Not where the last one stays, and the dates go one way when it is the year.
     */
    private boolean isYearOpen() {
        Course days = courses.get(DateOrder.DMY);
        boolean dayFirst = firsts.size() > lasts.size()
                && days.none * MOST <= days.some
                && (turns(DateOrder.DMY) == 0 || 2 * turns(DateOrder.DMY) < turns(DateOrder.YMD));
        return mayYearBeFirst() && (!dayFirst || byNumber == null && bothWays != null);
    }
}
