package tickwing.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tickwing.tail.Samples.BINARY;
import static tickwing.tail.Samples.NOTHING;
import static tickwing.tail.Samples.TOO_LARGE;
import static tickwing.tail.Samples.header;
import static tickwing.tail.Samples.record;
import static tickwing.tail.Samples.text;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.TopicRecord;
import tickwing.common.text.Printable;

class FormatTest {
    private static final TopicRecord RECORD = record(text("k\n"), text("v\u001b"), header("a", "1"), header("b", "2"));

    @Test
    void knowsTheTokensOfKcat() {
        assertEquals(
                "t[2]@17 1391169600000 \"k\n\" v\u001b v\u001b (a=1,b=2) 100%\n",
                shown("%t[%p]@%o %T \"%k\" %v %s (%h) 100%%", UnaryOperator.identity(), RECORD));
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        assertEquals("k\\n:v\\u001b\n", shown("%k:%v", Printable::of, RECORD));
    }

    @Test
    void knowsEscapesAndEndsALineOnce() {
        assertEquals("17\tx\\\r\n", shown("%o\\tx\\\\\\r\\n", UnaryOperator.identity(), RECORD));
        assertEquals("\n", shown("", UnaryOperator.identity(), RECORD));
    }

    @Test
    void showsWhatIsNoTextOrNotThere() {
        assertEquals("null=/wAb\n", shown("%k=%v", Printable::of, record(NOTHING, BINARY)));
        assertEquals("null \n", shown("%v %h", Printable::of, record(NOTHING, NOTHING)));
        assertEquals("(larger than 4 MB, and not shown)\n", shown("%v", Printable::of, record(NOTHING, TOO_LARGE)));
    }

    @ParameterizedTest
    @CsvSource({"%x, %x", "%k %, %", "\\q, \\q", "x\\, \\"})
    void refusesWhatItDoesNotKnow(String format, String wrong) {
        UsageError e = assertThrows(UsageError.class, () -> Format.of(format, UnaryOperator.identity()));
        assertTrue(e.getMessage().startsWith("--format has \"" + wrong + "\", which is no "), e.getMessage());
    }

    private static String shown(String format, UnaryOperator<String> shown, TopicRecord record) {
        return Samples.shown(Format.of(format, shown), record);
    }
}
