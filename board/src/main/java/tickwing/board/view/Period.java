package tickwing.board.view;

import java.time.LocalDate;
import java.util.Locale;

/** Over what flights are summed up. */
public enum Period {
    DAY,
    MONTH,
    YEAR;

    /** The first day of the one that the date is in. */
    public LocalDate start(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** In lower case, as people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
