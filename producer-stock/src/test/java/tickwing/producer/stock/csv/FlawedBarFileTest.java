package tickwing.producer.stock.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One flaw in one cell costs its row, or stops the run, or is still a value of that cell; nothing else changes. */
class FlawedBarFileTest {
    private static final int SEEDS = 6;
    private static final int FLAWS = 3;
    /** How many of those that went wrong are shown. */
    private static final int SHOWN = 5;
    /** What a few rows say can be changed by one flaw: which steps are the commonest. */
    private static final int ENOUGH_ROWS = 10;

    private enum Flaw {
        DROPPED,
        DOUBLED,
        SWAPPED,
        CELL_REMOVED,
        QUOTE,
        LETTER
    }

    /** What became of a flawed file. */
    private enum Fate {
        STOPPED,
        REJECTED,
        READ,
        UNCHANGED
    }

    @TempDir
    private Path folder;

    @Test
    void changesNothingButItsCell() {
        DryReading reading = new DryReading(folder);
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        List<String> wrong = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                WrittenBars.File file = WrittenBars.write(layout, seed * 1_000L + 500 + layout.ordinal());
                String[] options = file.options().toArray(String[]::new);
                DryReading.Read whole = reading.file(file.name(), file.content(), options);
                if (file.lines().size() < ENOUGH_ROWS || whole.code() != 0) {
                    continue;
                }
                assertEquals(
                        file.bars(), whole.bars().stream().map(TypedBar::text).toList());
                for (int i = 0; i < FLAWS; i++) {
                    Random random = new Random(seed * 10_000L + layout.ordinal() * 100L + i);
                    Flaw flaw = Flaw.values()[random.nextInt(Flaw.values().length)];
                    int row = random.nextInt(file.lines().size());
                    List<String> lines = new ArrayList<>(file.lines());
                    lines.set(row, flawed(lines.get(row), flaw, file.pen().separator(), random));
                    DryReading.Read got = reading.file(file.name(), file.content(lines), options);
                    Fate fate = fate(file, row, got);
                    if (fate == null) {
                        wrong.add(layout + " " + seed + " " + flaw + " line "
                                + (file.header().size() + row + 1) + ": "
                                + file.lines().get(row) + " -> " + lines.get(row) + "\n" + got.code() + got.error()
                                + " "
                                + got.bars().size() + " of " + file.bars().size() + " " + different(file, got) + "\n"
                                + got.out());
                    } else {
                        fates.merge(fate, 1, Integer::sum);
                    }
                }
            }
        }
        assertEquals(
                List.of(),
                wrong,
                () -> wrong.size() + " wrong\n" + String.join("\n\n", wrong.subList(0, Math.min(wrong.size(), SHOWN))));
        int all = fates.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(fates.getOrDefault(Fate.REJECTED, 0) > all / 4, fates.toString());
    }

    private static String different(WrittenBars.File file, DryReading.Read got) {
        for (int i = 0; i < got.bars().size(); i++) {
            String bar = TypedBar.text(got.bars().get(i));
            if (i >= file.bars().size() || !file.bars().get(i).equals(bar)) {
                return i + ": " + bar;
            }
        }
        return "";
    }

    private static String flawed(String line, Flaw flaw, char separator, Random random) {
        StringBuilder text = new StringBuilder(line);
        int at = random.nextInt(line.length());
        switch (flaw) {
            case DROPPED -> text.deleteCharAt(at);
            case DOUBLED -> text.insert(at, line.charAt(at));
            case SWAPPED -> {
                int to = Math.min(at + 1, line.length() - 1);
                boolean within = line.charAt(at) != separator
                        && line.charAt(to) != separator
                        && line.charAt(at) != '"'
                        && line.charAt(to) != '"';
                if (within) {
                    text.setCharAt(at, line.charAt(to));
                    text.setCharAt(to, line.charAt(at));
                }
            }
            case CELL_REMOVED -> {
                int start = line.lastIndexOf(separator, at) + 1;
                int end = line.indexOf(separator, start);
                text.delete(start, end < 0 ? line.length() : end + 1);
            }
            case QUOTE -> text.insert(at, '"');
            case LETTER -> {
                while (!Character.isDigit(line.charAt(at))) {
                    at = (at + 1) % line.length();
                }
                text.setCharAt(at, "OlISBZ".charAt(random.nextInt(6)));
            }
        }
        return text.toString();
    }

    /** Null where something else has changed. */
    private static Fate fate(WrittenBars.File file, int row, DryReading.Read got) {
        if (got.code() == -1) {
            return got.error().contains("--") || got.error().contains(":") ? Fate.STOPPED : null;
        }
        List<String> bars = got.bars().stream().map(TypedBar::text).toList();
        int sides = file.bars().size() / file.lines().size();
        if (got.code() == 3) {
            List<String> left = new ArrayList<>(file.bars());
            int line = file.header().size() + row + 1;
            boolean named = got.out().contains(":" + line + ": ");
            boolean others = bars.stream().allMatch(bar -> left.remove(bar) || isNear(file, row, sides, bar));
            return named && others ? Fate.REJECTED : null;
        }
        if (bars.equals(file.bars())) {
            return Fate.UNCHANGED;
        }
        if (bars.size() != file.bars().size()) {
            return null;
        }
        int changed = 0;
        for (int i = 0; i < bars.size(); i++) {
            boolean same = bars.get(i).equals(file.bars().get(i));
            changed += same ? 0 : 1;
            if (!same && (i / sides != row || !isNear(file, row, sides, bars.get(i)))) {
                return null;
            }
        }
        return changed <= sides ? Fate.READ : null;
    }

    /** Whether a bar is one of a row but for one value, its date among these; prices that are one value change together. */
    private static boolean isNear(WrittenBars.File file, int row, int sides, String bar) {
        String[] got = bar.split(" (?=\\d+[mhdwo]+ \\d{4}-)", 2)[1].split(" ");
        for (String before : file.bars().subList(row * sides, (row + 1) * sides)) {
            String[] was = before.split(" (?=\\d+[mhdwo]+ \\d{4}-)", 2)[1].split(" ");
            boolean symbol = bar.startsWith(before.substring(
                            0, before.length() - String.join(" ", was).length()))
                    || file.header().isEmpty()
                    || hasSymbols(file);
            int differences = 0;
            for (int i = 0; i < was.length; i++) {
                differences += was[i].equals(got[i]) ? 0 : 1;
            }
            boolean flat = was[2].equals(was[3]) && was[3].equals(was[4]) && was[4].equals(was[5]);
            if (symbol
                    && got[0].equals(was[0])
                    && (differences <= 1 || flat && differences <= 4 && got[2].equals(got[5]))) {
                return true;
            }
        }
        return false;
    }

    /** Where each row says of which symbol it is, a flaw may be in the symbol. */
    private static boolean hasSymbols(WrittenBars.File file) {
        return file.name().startsWith("all");
    }
}
