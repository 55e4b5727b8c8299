package tickwing.producer.stock.csv;

import java.util.Optional;
import java.util.regex.Pattern;
import tickwing.replay.csv.Dialect;

/**
 * What numbers say of their decimal sign. One with both signs, or with one that cannot stand between thousands, says it;
 * {@code 1,234} does not. Where there are such, one line alone is not believed: it may have lost a digit.
 */
final class DecimalEvidence {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\$?\\d[\\d.,]*");
    private static final Pattern GROUPS = Pattern.compile("[+-]?\\$?\\d{1,3}([.,]\\d{2,3})+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\$?[1-9]\\d{0,2}([.,]\\d{3})");

    private final boolean separatedByComma;
    private final Sign comma = new Sign();
    private final Sign point = new Sign();
    private String bothWays;
    /** Whether there are points that may stand between thousands, which between commas is not likely. */
    private boolean likelyPoints;

    /** What speaks for one sign. */
    private static final class Sign {
        private String first;
        private long lastLine;
        private int lines;
        /** Whether a number has both signs, which no slip makes. */
        private boolean strong;

        void add(String text, long line, boolean both) {
            first = first == null ? "line " + line + ": " + text : first;
            lines += line == lastLine ? 0 : 1;
            lastLine = line;
            strong |= both;
        }
    }

    DecimalEvidence(Dialect dialect) {
        separatedByComma = dialect.separator() == ',';
    }

    /** Takes a number into account. */
    void add(String cell, long line) {
        String text = cell.strip();
        int lastComma = text.lastIndexOf(',');
        int lastPoint = text.lastIndexOf('.');
        if (lastComma < 0 && lastPoint < 0 || !NUMBER.matcher(text).matches()) {
            return;
        }
        if (lastComma >= 0 && lastPoint >= 0) {
            (lastComma > lastPoint ? comma : point).add(text, line, true);
        } else if (text.indexOf(',') != lastComma || text.indexOf('.') != lastPoint) {
            // What stands there twice stands between thousands; in India, between hundreds, too.
            if (GROUPS.matcher(text).matches()) {
                (lastComma < 0 ? comma : point).add(text, line, false);
            }
        } else if (!THOUSANDS.matcher(text).matches()) {
            (lastComma >= 0 ? comma : point).add(text, line, false);
        } else if (lastComma >= 0 || !separatedByComma) {
            bothWays = bothWays == null ? text : bothWays;
        } else {
            likelyPoints = true;
        }
    }

    /** Where a number has a decimal comma, if that is the file's; empty for points. */
    Optional<String> comma() {
        boolean most = comma.lines > point.lines && (isSure() || !likelyPoints);
        return most ? Optional.of(comma.first) : Optional.empty();
    }

    /** Where a number has a decimal point, if others have commas; empty where nothing speaks for commas. */
    Optional<String> point() {
        return comma.lines > 0 && comma().isEmpty() ? Optional.ofNullable(point.first) : Optional.empty();
    }

    /** Whether no number has a sign that says something, or may do so. */
    boolean isSilent() {
        return bothWays == null && !likelyPoints && comma.lines + point.lines == 0;
    }

    /** A number that may have a decimal sign or thousands, while the others do not say which; empty where there is none. */
    Optional<String> undecided() {
        return isSure() ? Optional.empty() : Optional.ofNullable(bothWays);
    }

    /** Whether several lines say the same, or one that no slip makes. */
    boolean isSure() {
        Sign more = comma.lines > point.lines ? comma : point;
        Sign less = more == comma ? point : comma;
        return (more.strong || more.lines > 1) && less.lines * 10 <= more.lines;
    }
}
