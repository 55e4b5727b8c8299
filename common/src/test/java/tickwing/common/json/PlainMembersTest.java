package tickwing.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is plain is read as Jackson reads it; what is not JSON is never plain. */
class PlainMembersTest {
    private final Random random = new Random(12);
    private final PlainMembers<String> plain = new PlainMembers<>(new Meanings<>(Function.identity()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } \n",
                "{\"a\":1}",
                "\t{\r\n\"a\" : -1.50 ,\"b\":\"\",\"a\":null , \"c\":true,\"d\":false}",
                "{\"Open\":553.8200073242188,\"x\":12345678901234567890.5}",
                "{\"\":0,\"zero\":-0,\"point\":-0.0}"
            })
    void readsPlainObjectsAsJacksonDoes(String json) throws IOException {
        assertEquals(jackson(json), plain(json));
        assertTrue(plain.isPlain(), json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1.2.3}",
                "{\"a\":tru}",
                "{\"a\":nullx}",
                "{\"a\":NaN}",
                "{\"a\":\"b}",
                "{a:1}",
                "{'a':1}",
                "\u00a0{}"
            })
    void takesNothingForPlainThatIsNoJson(String json) {
        plain(json);
        assertFalse(plain.isPlain(), json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e5}",
                "{\"a\":\"\\n\"}",
                "{\"\\u0061\":1}",
                "{\"a\":\"\u00e9\"}",
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":10000000000000000000000000000000000000000}"
            })
    void leavesToTheParserWhatIsNotPlain(String json) {
        plain(json);
        assertFalse(plain.isPlain(), json);
    }

    @Test
    void readsObjectsThatAreAlikeAndObjectsThatOnlyBeginAlike() throws IOException {
        String[] objects = {
            "{\"a\":1,\"b\":2}",
            "{\"a\":3,\"b\":4}",
            "{\"a\":5,\"bb\":6}",
            "{\"a\" :7, \"b\":8,\"c\":null}",
            "{\"b\":9,\"a\":10}",
            "{\"a\":\"x\"}",
            "{}",
            "{\"a\":11,\"b\":12}"
        };
        for (int i = 0; i < 1_000; i++) {
            String json = objects[random.nextInt(objects.length)];
            assertEquals(jackson(json), plain(json));
            assertTrue(plain.isPlain(), json);
        }
    }

    @Test
    void readsObjectsOfManyMembersWithLongNames() throws IOException {
        for (int i = 0; i < 3; i++) {
            StringBuilder json = new StringBuilder();
            for (int m = 0; m < 500; m++) {
                json.append(m == 0 ? '{' : ',')
                        .append('"')
                        .append("n".repeat(m))
                        .append("\":")
                        .append(m + i);
            }
            json.append('}');
            assertEquals(jackson(json.toString()), plain(json.toString()));
            assertTrue(plain.isPlain());
        }
    }

    @Test
    void readsEveryNumberAsJacksonDoes() throws IOException {
        for (int i = 0; i < 100_000; i++) {
            String digits = Long.toString(Math.abs(random.nextLong() >> random.nextInt(63)));
            int point = 1 + random.nextInt(digits.length());
            String number = (random.nextBoolean() ? "-" : "")
                    + digits.substring(0, point)
                    + (point == digits.length() ? "" : "." + digits.substring(point));
            number = number.matches("-?0[0-9].*") ? "0." + digits : number;
            String json = "{\"n\":" + number + "}";
            assertEquals(jackson(json), plain(json));
            assertTrue(plain.isPlain(), json);
        }
    }

    /** Cut, doubled and garbled in every way, an object is either read as Jackson reads it or not taken for plain. */
    @Test
    void neverReadsWhatJacksonReadsOtherwise() {
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "\"b c\"",
            "\\",
            "0",
            "12",
            "-",
            ".",
            "5",
            "e1",
            "true",
            "null",
            " ",
            "\n",
            "\u00e9",
            "\u0001",
            "\"k\":",
            "\"k\":1",
            "\"t\":\"x\"",
            ",\"d\":-2.50"
        };
        int read = 0;
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? "{" : "");
            for (int p = random.nextInt(7); p > 0; p--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String json = text.append(random.nextInt(4) > 0 ? "}" : "").toString();
            List<String> members = plain(json);
            if (plain.isPlain()) {
                read++;
                List<String> expected;
                try {
                    expected = jackson(json);
                } catch (IOException e) {
                    throw new AssertionError("taken for JSON: " + json, e);
                }
                assertEquals(expected, members, json);
            }
        }
        assertTrue(read > 10_000, "only " + read + " plain objects were made");
    }

    private List<String> plain(String json) {
        plain.read(json.getBytes(UTF_8));
        try {
            return members(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The object's members, if there is nothing else. */
    private static List<String> jackson(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json.getBytes(UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            List<String> members = members(new ParsedMembers<>(parser, new Meanings<>(Function.identity())));
            if (parser.nextToken() != null) {
                throw new IOException("something follows");
            }
            return members;
        }
    }

    private static List<String> members(Members<String> members) throws IOException {
        Meanings<String> texts = new Meanings<>(Function.identity());
        List<String> all = new ArrayList<>();
        while (members.next()) {
            String value = members.isNumber() ? members.number() + " of " + members.text() : '"' + members.text() + '"';
            assertEquals(members.text(), members.text(texts));
            all.add(members.name() + "=" + value);
        }
        return all;
    }
}
