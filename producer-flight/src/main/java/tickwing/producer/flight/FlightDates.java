package tickwing.producer.flight;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tickwing.common.error.UserError;
import tickwing.common.text.Cells;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.Moment;
import tickwing.replay.date.MomentText;
import tickwing.replay.date.NotADate;

/**
 * The dates of one flight file, in forms that every reader of its records understands: {@code 2014-01-31},
 * {@code 20140131} and {@code 1/31/2014}, with a time or without, stay as they are; others become the first of these. Not
 * safe for several threads.
 */
final class FlightDates {
    private static final int ISO_LENGTH = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final String file;
    private final int[] columns;
    private final DateOrder order;
    private final Optional<ZoneId> zone;
    /** Rows of a day follow each other. */
    private String last = "";

    private String lastPlain = "";

    /**
     * @param file what messages call it
     * @param columns those that hold dates
     * @param order of day and month, where that is needed; else null
     * @param zone where the columns hold instants: where they are to be dated; empty for dates
     */
    FlightDates(String file, int[] columns, DateOrder order, Optional<ZoneId> zone) {
        this.file = file;
        this.columns = columns;
        this.order = order;
        this.zone = zone;
    }

    /**
     * The row with its dates in a plain form; the same where they are.
     *
     * @throws UserError when a date is in another order than was settled
     */
    Cells plain(Cells cells, long line) {
        for (int column : columns) {
            if (!isPlain(cells, column)) {
                return rewritten(cells, line);
            }
        }
        return cells;
    }

    private boolean isPlain(Cells cells, int column) {
        if (zone.isPresent()) {
            return false;
        }
        byte[] bytes = cells.bytes();
        int start = cells.start(column);
        int length = cells.end(column) - start;
        boolean iso = length >= ISO_LENGTH && bytes[start + 4] == '-' && bytes[start + 7] == '-';
        return iso && (length == ISO_LENGTH || bytes[start + ISO_LENGTH] == ' ' || bytes[start + ISO_LENGTH] == 'T')
                || length == 0;
    }

    private Cells rewritten(Cells cells, long line) {
        String[] texts = cells.texts();
        boolean changed = false;
        for (int column : columns) {
            String text = texts[column];
            String plain = isPlain(cells, column) ? text : plain(text, line);
            changed |= !plain.equals(text);
            texts[column] = plain;
        }
        return changed ? Cells.of(texts) : cells;
    }

    private String plain(String text, long line) {
        if (!text.equals(last)) {
            lastPlain = moment(text, line);
            last = text;
        }
        return lastPlain;
    }

    /** The text as it is where it is no date: who reads it says so. */
    private String moment(String text, long line) {
        try {
            Moment moment = MomentText.parse(text, order);
            if (zone.isPresent()) {
                OffsetDateTime local = moment.time() == null ? null : moment.in(zone.get());
                return local == null
                        ? text
                        : TIME.format(local.toInstant().atZone(zone.get()).toOffsetDateTime());
            }
            // A count that is no midnight has its day from where the airport is; or is a date with a digit too many.
            boolean unknown = moment.counted() && !moment.isMidnight();
            return unknown || isMonthFirst(text) ? text : date(moment);
        } catch (NotADate e) {
            return switch (e.fault()) {
                case OTHER_ORDER ->
                    throw new UserError(file + ":" + line + ": date \"" + text + "\" is none with the " + order.words()
                            + ", as those before it were read; say which comes first with --date-order.");
                case BOTH_WAYS ->
                    throw new UserError(file + ":" + line + ": date \"" + text
                            + "\" can be read both ways, and no row says whether the day or the month comes first; say it with"
                            + " --date-order.");
                case UNKNOWN_ZONE, NONE -> text;
            };
        }
    }

    /** Whether all readers know it as it is: {@code 1/31/2014}, with the month first, and {@code 20140131}. */
    private boolean isMonthFirst(String text) {
        String date = text.split("[ T]", 2)[0];
        boolean slashed = order == DateOrder.MDY && date.matches("\\d{1,2}/\\d{1,2}/\\d{4}");
        return slashed || date.matches("\\d{8}");
    }

    private static String date(Moment moment) {
        if (moment.time() == null || moment.isMidnight()) {
            return moment.date().toString();
        }
        return moment.date() + "T" + moment.time() + (moment.offset() == null ? "" : moment.offset());
    }
}
