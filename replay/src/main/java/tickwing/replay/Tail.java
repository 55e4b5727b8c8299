package tickwing.replay;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import tickwing.replay.csv.CsvRow;

/**
 * The rows at the end of an input that {@linkplain tickwing.replay.csv.CsvRows#isProvisional may read otherwise} when the
 * input goes on, as they were taken. Mostly none, or one: a last line without line break; at the most as many as lines
 * that a quote is looked for in.
 *
 * @param rows in order
 */
record Tail(List<Row> rows) {
    static final Tail NONE = new Tail(List.of());

    /** What became of a row. */
    enum Fate {
        PUBLISHED,
        REJECTED,
        FILTERED;

        char letter() {
            return name().charAt(0);
        }

        static Fate of(Outcome outcome) {
            if (outcome instanceof Outcome.Publish) {
                return PUBLISHED;
            }
            return outcome instanceof Outcome.Rejected ? REJECTED : FILTERED;
        }

        private static Fate of(char letter) {
            for (Fate fate : values()) {
                if (fate.letter() == letter) {
                    return fate;
                }
            }
            throw new IllegalArgumentException("no fate " + letter);
        }
    }

    /**
     * A row as it was taken.
     *
     * @param line where it starts; 1 is the first line of the file
     * @param bytes its length, without the line end
     * @param crc32c checksum of those bytes
     */
    record Row(long line, Fate fate, int bytes, int crc32c) {
        static Row of(CsvRow row, Fate fate) {
            return new Row(row.line(), fate, row.raw().length, crc(row.raw(), row.raw().length));
        }

        /** Whether the row reads the same now. */
        boolean is(byte[] raw) {
            return raw.length == bytes && isBeginningOf(raw);
        }

        /** Whether the row was what the other one begins with. */
        boolean isBeginningOf(byte[] raw) {
            return raw.length >= bytes && crc(raw, bytes) == crc32c;
        }

        private static int crc(byte[] raw, int length) {
            CRC32C crc = new CRC32C();
            crc.update(raw, 0, length);
            return (int) crc.getValue();
        }
    }

    Tail {
        rows = List.copyOf(rows);
    }

    /** How many rows of each fate. */
    Accounts accounts() {
        return new Accounts(rows.size(), count(Fate.PUBLISHED), count(Fate.REJECTED), count(Fate.FILTERED));
    }

    private long count(Fate fate) {
        return rows.stream().filter(r -> r.fate() == fate).count();
    }

    /**
     * The rows in few characters, since all of the metadata of an offset must not have more than 4,096: the line of the
     * first one; then of each the first letter of its fate, its checksum, its length in base 36 and, unless it is 1, the
     * distance to the line of the one before.
     */
    String toText() {
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (Row row : rows) {
            text.append(text.isEmpty() ? Long.toString(row.line()) : "")
                    .append(row.fate().letter())
                    .append(HexFormat.of().toHexDigits(row.crc32c()))
                    .append(Integer.toString(row.bytes(), Character.MAX_RADIX));
            if (before > 0 && row.line() - before != 1) {
                text.append('+').append(row.line() - before);
            }
            before = row.line();
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is of another kind */
    static Tail of(String text) {
        String[] parts = text.split("(?=[A-Z])");
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            int plus = part.indexOf('+');
            long distance = plus < 0 ? 1 : Long.parseLong(part.substring(plus + 1));
            long line = i == 1 ? Long.parseLong(parts[0]) : rows.get(i - 2).line() + distance;
            rows.add(new Row(
                    line,
                    Fate.of(part.charAt(0)),
                    Integer.parseInt(part.substring(9, plus < 0 ? part.length() : plus), Character.MAX_RADIX),
                    HexFormat.fromHexDigits(part.substring(1, 9))));
        }
        return new Tail(rows);
    }
}
