package tickwing.replay.csv;

/**
 * Whether quotes stand where RFC 4180 has them (section 2, rules 5 to 7): one opens a cell at its start, closes it at its
 * end, or is doubled between these two. A row of which that is not so is not guessed at.
 */
final class QuoteCheck {
    private QuoteCheck() {}

    static boolean isWellFormed(String row) {
        int i = 0;
        while (i <= row.length()) {
            int end = i < row.length() && row.charAt(i) == '"' ? endOfQuoted(row, i) : endOfPlain(row, i);
            if (end < 0) {
                return false;
            }
            i = end + 1;
        }
        return true;
    }

    /** Where the comma behind the quoted cell is, or the row's end; -1 when the cell breaks the rules. */
    private static int endOfQuoted(String row, int start) {
        for (int i = start + 1; i < row.length(); i++) {
            if (row.charAt(i) != '"') {
                continue;
            }
            if (i + 1 == row.length() || row.charAt(i + 1) == ',') {
                return i + 1;
            }
            if (row.charAt(i + 1) != '"') {
                return -1;
            }
            i++;
        }
        return -1;
    }

    private static int endOfPlain(String row, int start) {
        int i = start;
        while (i < row.length() && row.charAt(i) != ',') {
            if (row.charAt(i) == '"') {
                return -1;
            }
            i++;
        }
        return i;
    }
}
