package tickwing.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tickwing.tail.Samples.NOTHING;
import static tickwing.tail.Samples.TOO_LARGE;
import static tickwing.tail.Samples.record;
import static tickwing.tail.Samples.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tickwing.common.error.StandardOutputLost;

class PrintedRecordsTest {
    private static final Layout VALUES = Format.of("%v", UnaryOperator.identity());

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void areThoseWithTheKeyThatWasAskedFor() {
        PrintedRecords printed = new PrintedRecords(VALUES, out, Optional.of("\u00fc"), OptionalLong.empty());
        assertTrue(printed.accept(record(text("\u00fc"), text("a"))));
        assertTrue(printed.accept(record(text("u"), text("b"))));
        assertTrue(printed.accept(record(NOTHING, text("c"))));
        assertTrue(printed.accept(record(TOO_LARGE, text("d"))));
        assertEquals("a\n", text.toString());
    }

    @Test
    void areNoMoreThanWereAskedForAndOnlyThoseThatAreShownCount() {
        PrintedRecords printed = new PrintedRecords(VALUES, out, Optional.of("k"), OptionalLong.of(2));
        assertTrue(printed.accept(record(text("k"), text("a"))));
        assertTrue(printed.accept(record(text("other"), text("b"))));
        assertFalse(printed.accept(record(text("k"), text("c"))));
        assertEquals("a\nc\n", text.toString());
    }

    @Test
    void endWhenNobodyReadsThem() {
        PrintWriter closed = new PrintWriter(new Writer() {
            @Override
            public void write(char[] chars, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        PrintedRecords printed = new PrintedRecords(VALUES, closed, Optional.empty(), OptionalLong.empty());
        printed.accept(record(NOTHING, text("a")));
        assertThrows(StandardOutputLost.class, printed::flush);
    }
}
