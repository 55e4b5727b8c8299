package tickwing.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.Output;
import tickwing.charts.show.Page;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.file.NotWritten;

class OutputsTest {
    private static final Page PAGE = new Page(List.of(), 0, text -> {});
    private static final String FULL =
            "chart.png cannot be written: No space left on device; trying again at the next" + " refresh";

    private final List<String> warnings = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private RuntimeException failure;

    private final Output failing = (page, status, theme, out) -> {
        if (failure != null) {
            throw failure;
        }
        written.add("failing");
    };
    private final Output sound = (page, status, theme, out) -> written.add("sound");

    private Outputs outputs(Output... all) {
        return new Outputs(List.of(all), Theme.LIGHT, new PrintWriter(new StringWriter()), warnings::add);
    }

    private static NotWritten notWritten(String reason) {
        return new NotWritten("chart.png", new IOException(reason));
    }

    @Test
    void triesAFileAgainAtTheNextRefreshAndWritesTheOthers() {
        Outputs outputs = outputs(failing, sound);
        failure = notWritten("No space left on device");
        assertEquals(FULL, outputs.write(PAGE, ""));
        assertEquals(List.of("sound"), written);
        failure = null;
        assertEquals("", outputs.write(PAGE, ""));
        assertEquals(List.of("sound", "failing", "sound"), written);
        outputs.end();
    }

    @Test
    void warnsOnceOfEachKindOfFailure() {
        Outputs outputs = outputs(failing);
        failure = notWritten("No space left on device");
        outputs.write(PAGE, "");
        outputs.write(PAGE, "");
        assertEquals(List.of(FULL + "."), warnings);
        failure = notWritten("Read-only file system");
        outputs.write(PAGE, "");
        outputs.write(PAGE, "");
        assertEquals(2, warnings.size());
        failure = null;
        outputs.write(PAGE, "");
        failure = notWritten("Read-only file system");
        outputs.write(PAGE, "");
        assertEquals(3, warnings.size(), "it was well in between");
    }

    @Test
    void failsInTheEndWhenAFileIsNotWhatItShouldBe() {
        Outputs outputs = outputs(failing, sound);
        failure = notWritten("No space left on device");
        outputs.write(PAGE, "");
        assertEquals(
                "chart.png cannot be written: No space left on device.",
                assertThrows(NotWritten.class, outputs::end).getMessage());
    }

    @Test
    void goesOnWithoutStandardOutputWhileThereIsSomethingElseToWrite() {
        Outputs outputs = outputs(failing, sound);
        failure = new StandardOutputLost();
        assertEquals("standard output takes no more", outputs.write(PAGE, ""));
        failure = null;
        outputs.write(PAGE, "");
        assertEquals(List.of("sound", "sound"), written, "a second table behind half of one would be of no use");
        assertFalse(outputs.areLost());
        assertThrows(StandardOutputLost.class, outputs::end);
        Outputs alone = outputs(failing);
        failure = new StandardOutputLost();
        alone.write(PAGE, "");
        assertTrue(alone.areLost());
    }
}
