package tickwing.producer.stock.csv;

import java.util.Optional;
import java.util.regex.Pattern;
import tickwing.replay.csv.Dialect;

/**
 * What prices say of their decimal sign. One with both signs, or with one that cannot stand between thousands, says it;
 * {@code 1,234} does not.
 */
final class DecimalEvidence {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\$?\\d[\\d.,]*");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\$?[1-9]\\d{0,2}([.,]\\d{3})");

    private final boolean separatedByComma;
    private String comma;
    private String point;
    private String bothWays;

    DecimalEvidence(Dialect dialect) {
        separatedByComma = dialect.separator() == ',';
    }

    /** Takes a price into account. */
    void add(String cell, long line) {
        String text = cell.strip();
        int lastComma = text.lastIndexOf(',');
        int lastPoint = text.lastIndexOf('.');
        if (lastComma < 0 && lastPoint < 0 || !NUMBER.matcher(text).matches()) {
            return;
        }
        String where = "line " + line + ": " + text;
        if (lastComma >= 0 && lastPoint >= 0) {
            decide(lastComma > lastPoint, where);
        } else if (text.indexOf(',') != lastComma || text.indexOf('.') != lastPoint) {
            // What stands there twice stands between thousands.
            decide(lastComma < 0, where);
        } else if (!THOUSANDS.matcher(text).matches()) {
            decide(lastComma >= 0, where);
        } else if (lastComma >= 0 || !separatedByComma) {
            bothWays = bothWays == null ? text : bothWays;
        }
    }

    private void decide(boolean isComma, String where) {
        if (isComma) {
            comma = comma == null ? where : comma;
        } else {
            point = point == null ? where : point;
        }
    }

    /** Where a price has a decimal comma; empty where none has. */
    Optional<String> comma() {
        return Optional.ofNullable(comma);
    }

    /** Where a price has a decimal point; empty where none has. */
    Optional<String> point() {
        return Optional.ofNullable(point);
    }

    /** A price that may have a decimal sign or thousands, while no other one says which; empty where there is none. */
    Optional<String> undecided() {
        return comma == null && point == null ? Optional.ofNullable(bothWays) : Optional.empty();
    }
}
