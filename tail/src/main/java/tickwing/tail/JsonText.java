package tickwing.tail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;

/** Text that may be JSON: looked at first, then copied, so that nothing is written of what turns out to be none. */
final class JsonText {
    /** Deeper values are taken for text: what is copied into another object must not be too deep for the generator. */
    private static final int DEEPEST = 500;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // A generator that is closed leaves the writer as it is: there is more to come.
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private JsonText() {}

    /** Whether a text is one JSON value, and one that UTF-8 can hold: half a surrogate pair in an escape is none. */
    static boolean is(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            int depth = 0;
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    depth--;
                } else {
                    values += depth == 0 ? 1 : 0;
                    depth += token.isStructStart() ? 1 : 0;
                }
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (isText && !isWhole(parser.getText())) {
                    return false;
                }
            }
            return values == 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Copies a text that {@linkplain #is is} JSON, numbers digit by digit. */
    static void copy(String text, JsonGenerator to) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    to.writeNumber(parser.getText());
                } else {
                    to.copyCurrentEvent(parser);
                }
            }
        }
    }

    /** Writes JSON to a line. */
    static JsonGenerator line(Writer out) throws IOException {
        return JSON.createGenerator(out);
    }

    /** Writes JSON a member or element a line, for people to read. */
    static JsonGenerator pretty(Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JSON.createGenerator(out).setPrettyPrinter(printer);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
