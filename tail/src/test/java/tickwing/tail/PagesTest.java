package tickwing.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tickwing.tail.Samples.BINARY;
import static tickwing.tail.Samples.NOTHING;
import static tickwing.tail.Samples.TOO_LARGE;
import static tickwing.tail.Samples.header;
import static tickwing.tail.Samples.record;
import static tickwing.tail.Samples.text;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;
import tickwing.common.text.Printable;
import tickwing.common.text.PrintableWriter;

class PagesTest {
    private static final String PLACE = "t 2@17  2014-01-31T12:00:00Z";

    @Test
    void spreadJsonOverLines() {
        assertEquals(
                PLACE + """
                  key AA  h=x
                {
                  "a": [
                    1.10,
                    "b"
                  ]
                }
                """,
                Samples.shown(new Pages(), record(text("AA"), text("{\"a\":[1.10,\"b\"]}"), header("h", "x"))));
    }

    @Test
    void showAllElseOnALine() {
        assertEquals(PLACE + "  no key\nnull\n", Samples.shown(new Pages(), record(NOTHING, NOTHING)));
        assertEquals(PLACE + "  key base64 /wAb\nbase64 /wAb\n", Samples.shown(new Pages(), record(BINARY, BINARY)));
        assertEquals(
                PLACE + "  no key\n(larger than 4 MB, and not shown)\n",
                Samples.shown(new Pages(), record(NOTHING, TOO_LARGE)));
    }

    @Test
    void showARecordWithoutTime() {
        TopicRecord old = new TopicRecord("t", 0, 1, -1, NOTHING, List.of(), NOTHING);
        assertEquals("t 0@1  without time  no key\nnull\n", Samples.shown(new Pages(), old));
    }

    @Test
    void letNoValueFakeALineOrGiveATerminalOrders() throws IOException {
        String evil = "x\nt 0@1  2014\u001b[2J\u202e\u0085";
        Content json = text("{\"" + evil.replace("\n", "\\n").replace("\u001b", "\\u001b") + "\":1}");
        for (Layout layout : List.of(new Pages(), new LetterPages(), Format.of("%k %v %h", Printable::of))) {
            for (Content value : List.of(text(evil), json)) {
                TopicRecord record =
                        record(text(evil), value, header(evil, evil), header("file", evil), header("error", evil));
                StringWriter terminal = new StringWriter();
                PrintableWriter out = new PrintableWriter(terminal);
                layout.print(record, out);
                out.flush();
                String shown = terminal.toString();
                assertTrue(shown.lines().allMatch(Printable::is), shown);
                assertEquals(-1, shown.indexOf("\nt 0@1"), shown);
            }
        }
    }

    @Test
    void doNotSpreadWhatWouldBecomeThousandsOfTimesAsLong() {
        String deep = "{\"a\":".repeat(400) + "[" + "1,".repeat(60_000) + "1]" + "}".repeat(400);
        assertEquals(
                2,
                Samples.shown(new Pages(), record(NOTHING, text(deep))).lines().count());
    }

    @Test
    void ofDeadLettersShowWhatIsWrongAndTheRow() {
        TopicRecord letter = record(
                NOTHING,
                text("2014,13,1"),
                header("error", "f.csv:3: no date"),
                header("file", "f.csv"),
                header("line", "3"));
        assertEquals(
                PLACE + "  f.csv:3\n    f.csv:3: no date\n    2014,13,1\n", Samples.shown(new LetterPages(), letter));
        TopicRecord marker =
                record(NOTHING, NOTHING, header("redriven", "0:17"), header("file", "f.csv"), header("line", "3"));
        assertEquals(PLACE + "  f.csv:3  was corrected and published\n", Samples.shown(new LetterPages(), marker));
        assertEquals(PLACE + "  ?:?\n    ?\n    null\n", Samples.shown(new LetterPages(), record(NOTHING, NOTHING)));
    }
}
