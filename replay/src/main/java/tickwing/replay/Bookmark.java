package tickwing.replay;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickwing.common.kafka.Position;
import tickwing.replay.input.Fingerprint;

/**
 * Where the replay of a file stands, as it is kept in Kafka beside the rows: a committed offset (the rows that need not
 * be read again) and its metadata (everything else, as {@code name=value} pairs).
 *
 * @param file what the file was
 * @param folder where the file was; empty where that is not known, or too long to be kept
 * @param selection which rows were asked for, as the options say it
 * @param copy 1 for the first time that the file is published, 2 for the second, ...
 * @param done whether this copy is complete
 * @param accounts what became of this copy's rows so far
 * @param tail those of them that may read otherwise when the file grows; none where an older version has written it
 * @param reading how the rows were read; empty where an older version has written it
 */
record Bookmark(
        Fingerprint file,
        String folder,
        String selection,
        int copy,
        boolean done,
        Accounts accounts,
        Tail tail,
        Optional<Reading> reading) {
    /** Older versions cannot read the first one; the last one knew of no tail, the last two of no reading. */
    private static final List<String> VERSIONS = List.of("3", "2", "1");

    /** The last pair: whatever the selection holds, it ends nothing. */
    private static final String SELECTION = ";selection=";

    private static final int MAX_SELECTION = 1_000;
    /** Beside it, the longest reading (160) and the longest tail, so many characters of the 4,096 are left. */
    private static final int MAX_FOLDER = 340;

    /** Of a file whose reading is not known. */
    Bookmark(Fingerprint file, String folder, String selection, int copy, boolean done, Accounts accounts, Tail tail) {
        this(file, folder, selection, copy, done, accounts, tail, Optional.empty());
    }

    Bookmark {
        folder = escaped(folder).length() > MAX_FOLDER ? "" : folder;
    }

    Position toPosition() {
        String version = VERSIONS.get(reading.isPresent() ? 0 : 1);
        String metadata = "v=" + version + ";bytes=" + file.bytes() + ";crc32c="
                + HexFormat.of().toHexDigits(file.crc32c()) + ";copy=" + copy + ";done=" + done + ";published="
                + accounts.published() + ";rejected=" + accounts.rejected() + ";filtered=" + accounts.filtered()
                + (folder.isEmpty() ? "" : ";folder=" + escaped(folder))
                + reading.map(Bookmark::text).orElse("")
                + (tail.rows().isEmpty() ? "" : ";tail=" + tail.toText())
                + SELECTION + shortened(selection);
        return new Position(accounts.read(), metadata);
    }

    /** Whose columns a file has, its header says; their list may be long. */
    private static String text(Reading reading) {
        return ";reading=" + escaped(reading.without(ReadingOptions.COLUMNS).text());
    }

    /** The bookmark that a position stands for; empty when another program, or a newer version, has written it. */
    static Optional<Bookmark> of(Position position) {
        int end = position.metadata().indexOf(SELECTION);
        if (end < 0) {
            return Optional.empty();
        }
        Map<String, String> pairs = new HashMap<>();
        for (String pair : position.metadata().substring(0, end).split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        if (!VERSIONS.contains(pairs.getOrDefault("v", ""))) {
            return Optional.empty();
        }
        try {
            Accounts accounts = new Accounts(
                    position.rows(), number(pairs, "published"), number(pairs, "rejected"), number(pairs, "filtered"));
            Fingerprint file = new Fingerprint(number(pairs, "bytes"), HexFormat.fromHexDigits(pairs.get("crc32c")));
            return Optional.of(new Bookmark(
                    file,
                    unescaped(pairs.getOrDefault("folder", "")),
                    position.metadata().substring(end + SELECTION.length()),
                    (int) number(pairs, "copy"),
                    Boolean.parseBoolean(pairs.get("done")),
                    accounts,
                    Tail.of(pairs.getOrDefault("tail", "")),
                    Optional.ofNullable(pairs.get("reading"))
                            .map(Bookmark::unescaped)
                            .map(Reading::of)));
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether the same rows were asked for. */
    boolean selects(String other) {
        return selection.equals(shortened(other));
    }

    private static long number(Map<String, String> pairs, String name) {
        return Long.parseLong(pairs.get(name));
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace(";", "%3B");
    }

    private static String unescaped(String text) {
        return text.replace("%3B", ";").replace("%25", "%");
    }

    /** A selection of hundreds of airlines still fits into the metadata of an offset. */
    private static String shortened(String selection) {
        return selection.length() <= MAX_SELECTION
                ? selection
                : selection.substring(0, MAX_SELECTION) + "#" + Integer.toHexString(selection.hashCode());
    }
}
