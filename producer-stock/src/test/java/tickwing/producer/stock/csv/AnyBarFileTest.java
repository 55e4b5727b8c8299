package tickwing.producer.stock.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any table of bars, written in any layout, is read as it was, or refused with a word on what to say; never as something else. */
class AnyBarFileTest {
    private static final int SEEDS = 12;

    /** How many of those that went wrong are shown. */
    private static final int SHOWN = 5;

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWrittenOrRefusedWithAnOptionThatHelps() {
        DryReading reading = new DryReading(folder);
        Map<Layout, Integer> read = new EnumMap<>(Layout.class);
        List<String> wrong = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                WrittenBars.File file = WrittenBars.write(layout, seed * 1_000L + layout.ordinal());
                DryReading.Read got =
                        reading.file(file.name(), file.content(), file.options().toArray(String[]::new));
                List<String> bars = got.bars().stream().map(TypedBar::text).toList();
                if (got.code() == 0 && bars.equals(file.bars())) {
                    read.merge(layout, 1, Integer::sum);
                } else if (got.code() != -1 || !got.error().contains("--")) {
                    wrong.add(layout + " " + seed + " code " + got.code() + ": " + difference(bars, file.bars())
                            + got.error() + "\n" + got.out() + "\n" + shown(file));
                }
            }
        }
        assertEquals(
                List.of(),
                wrong,
                () -> wrong.size() + " of " + SEEDS * Layout.values().length + "\n\n"
                        + String.join("\n\n", wrong.subList(0, Math.min(wrong.size(), SHOWN))));
        for (Layout layout : Layout.values()) {
            assertTrue(read.getOrDefault(layout, 0) >= SEEDS / 2, layout + " of " + read);
        }
    }

    private static String difference(List<String> got, List<String> expected) {
        for (int i = 0; i < Math.max(got.size(), expected.size()); i++) {
            String a = i < got.size() ? got.get(i) : "nothing";
            String b = i < expected.size() ? expected.get(i) : "nothing";
            if (!a.equals(b)) {
                return "row " + i + " is " + a + " and was " + b + " (" + got.size() + " of " + expected.size() + ") ";
            }
        }
        return "the bars are right ";
    }

    private static String shown(WrittenBars.File file) {
        String text = new String(file.content(), file.pen().charset())
                .replace("\r", "\n")
                .replace("\n\n", "\n");
        return file.pen() + "\n" + text.substring(0, Math.min(900, text.length()));
    }
}
