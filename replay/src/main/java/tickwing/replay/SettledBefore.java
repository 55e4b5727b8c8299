package tickwing.replay;

import java.io.IOException;
import java.util.function.UnaryOperator;
import tickwing.common.error.UserError;
import tickwing.replay.csv.Dialect;
import tickwing.replay.input.Input;

/** Sees to it that all rows of a file are read as its first ones were, whenever that was. */
final class SettledBefore {
    private SettledBefore() {}

    /**
     * How the rest of a file is to be read.
     *
     * @param opened the file as a look has settled it now
     * @param begun how rows of it were read before
     * @param format as the user has asked for it
     * @return the look of the opened file where there is no difference
     * @throws UserError when what the user asks for, or what this version makes of the file, is something else
     */
    static Look look(Input input, OpenInput opened, ResumePoint.Begun begun, RowFormat format) throws IOException {
        Reading now = Reading.of(opened.encoder().options()).without(ReadingOptions.COLUMNS);
        if (begun instanceof ResumePoint.Begun.As as) {
            Reading then = as.reading();
            if (now.equals(then)) {
                return opened.look();
            }
            if (!format.reading().without(ReadingOptions.COLUMNS).equals(Reading.DEFAULT)
                    && differs(format.reading(), then)) {
                throw new UserError(input + " is not published: its first rows were read "
                        + (then.text().isEmpty() ? "without " + now.text() : "with " + then.text())
                        + "; --again publishes it from its first row.");
            }
            return again(input, format, then, Dialect.EmptyRows.BLANK_LINES);
        }
        if (begun instanceof ResumePoint.Begun.WithoutLook) {
            UnaryOperator<Reading> told = reading -> reading.without(ReadingOptions.DATE_ORDER);
            boolean monthFirst =
                    now.get(ReadingOptions.DATE_ORDER).orElse("mdy").equals("mdy");
            Reading asked = format.reading();
            if (!monthFirst || differs(told.apply(now), told.apply(asked))) {
                throw new UserError(input + " is not published: its first rows were read by an older version, which did"
                        + " not see that it needs " + now.text() + "; --again publishes it from its first row.");
            }
            return again(input, format, now, Dialect.EmptyRows.ROWS);
        }
        return opened.look();
    }

    /** Whether one says something that the other does not. */
    private static boolean differs(Reading one, Reading other) {
        return !one.against(other).text().isEmpty();
    }

    private static Look again(Input input, RowFormat format, Reading reading, Dialect.EmptyRows emptyRows)
            throws IOException {
        Reading all = format.reading()
                .get(ReadingOptions.COLUMNS)
                .map(columns -> reading.with(ReadingOptions.COLUMNS, columns))
                .orElse(reading);
        return Look.again(input.toString(), input.open(), format, all, emptyRows);
    }
}
