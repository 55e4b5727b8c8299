package tickwing.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tickwing.tail.Samples.BINARY;
import static tickwing.tail.Samples.NOTHING;
import static tickwing.tail.Samples.TOO_LARGE;
import static tickwing.tail.Samples.header;
import static tickwing.tail.Samples.record;
import static tickwing.tail.Samples.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;

class JsonLinesTest {
    private static final String PLACE = "{\"topic\":\"t\",\"partition\":2,\"offset\":17,\"timestamp\":1391169600000,";

    @Test
    void holdAllThatARecordHas() {
        TopicRecord record = record(text("k"), text("{\"a\": [1, null]}"), header("h", "x"), header("h", "y"));
        assertEquals(
                PLACE + "\"key\":\"k\",\"headers\":[{\"key\":\"h\",\"value\":\"x\"},{\"key\":\"h\",\"value\":\"y\"}],"
                        + "\"value\":{\"a\":[1,null]}}\n",
                Samples.shown(new JsonLines(), record));
    }

    @Test
    void showNullForWhatIsNotThereAndForATombstone() {
        assertEquals(
                PLACE + "\"key\":null,\"headers\":[{\"key\":\"h\",\"value\":null}],\"value\":null}\n",
                Samples.shown(new JsonLines(), record(NOTHING, NOTHING, new TopicRecord.Header("h", NOTHING))));
    }

    @Test
    void holdBytesThatAreNoTextAsBase64() {
        assertEquals(
                PLACE + "\"key_base64\":\"/wAb\",\"headers\":[{\"key\":\"h\",\"value_base64\":\"/wAb\"}],"
                        + "\"value_base64\":\"/wAb\"}\n",
                Samples.shown(new JsonLines(), record(BINARY, BINARY, new TopicRecord.Header("h", BINARY))));
    }

    @Test
    void sayThatAValueIsTooLarge() {
        assertEquals("null,\"value_too_large\":true", value(TOO_LARGE));
    }

    @Test
    void keepNumbersDigitByDigit() {
        String numbers = "[1.10,-0,1e400,12345678901234567890.123456789012345678900]";
        assertEquals(numbers, value(text(numbers)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a text\"", "true", "null", "17", "{\"a\":1,\"a\":2}", "[]", "\"\\ud83d\\ude80\""})
    void holdJsonAsJson(String json) {
        assertEquals(json.replace("\\ud83d\\ude80", "\uD83D\uDE80"), value(text(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "plain", "{\"a\":", "{} {}", "1 2", "NaN", "{'a':1}", "\"\\ud800\"", "{\"\\udc00\":1}"})
    void holdAllElseAsText(String value) {
        assertEquals('"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"', value(text(value)));
    }

    @Test
    void takeWhatIsTooDeepForText() {
        String deep = "[".repeat(600) + "]".repeat(600);
        assertEquals('"' + deep + '"', value(text(deep)));
        String less = "[".repeat(400) + "]".repeat(400);
        assertEquals(less, value(text(less)));
    }

    @Test
    void areOneLineWhateverTheValueHolds() {
        String line = Samples.shown(new JsonLines(), record(text("a\nb"), text("c\r\nd\n{"), header("e\n", "\nf")));
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("\"value\":\"c\\r\\nd\\n{\""), line);
    }

    @Test
    void ofDeadLettersHoldFileLineErrorAndRow() {
        TopicRecord letter = record(
                NOTHING,
                text("2014,13,1,\u00dc"),
                header("error", "f.csv:3: no date"),
                header("file", "f.csv"),
                header("line", "3"));
        assertEquals(
                PLACE + "\"file\":\"f.csv\",\"line\":3,\"error\":\"f.csv:3: no date\",\"raw\":\"2014,13,1,\u00dc\"}\n",
                Samples.shown(new LetterJsonLines(), letter));
    }

    @Test
    void ofDeadLettersSayWhichRowsWerePublishedSince() {
        TopicRecord marker =
                record(NOTHING, NOTHING, header("redriven", "0:17"), header("file", "f.csv"), header("line", "3"));
        assertEquals(
                PLACE + "\"file\":\"f.csv\",\"line\":3,\"redriven\":\"0:17\"}\n",
                Samples.shown(new LetterJsonLines(), marker));
    }

    @Test
    void ofDeadLettersTakeWhatSomebodyElseHasWritten() {
        assertEquals(
                PLACE + "\"file\":null,\"line\":\"x\",\"error\":null,\"raw_base64\":\"/wAb\"}\n",
                Samples.shown(new LetterJsonLines(), record(NOTHING, BINARY, header("line", "x"))));
    }

    private static String value(Content value) {
        String line = Samples.shown(new JsonLines(), record(NOTHING, value));
        String before = PLACE + "\"key\":null,\"headers\":[],\"value\":";
        assertTrue(line.startsWith(before) && line.endsWith("}\n"), line);
        return line.substring(before.length(), line.length() - 2);
    }
}
