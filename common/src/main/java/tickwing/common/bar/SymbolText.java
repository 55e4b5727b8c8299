package tickwing.common.bar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Set;
import java.util.regex.Pattern;
import tickwing.common.json.Wrapped;

/** Texts that may be a symbol, where nothing says that they are: keys of records, names of things. */
final class SymbolText {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}");
    /** What programs write for nothing. */
    private static final Set<String> NOTHING = Set.of("null", "None", "NaN", "undefined", "true", "false");
    /** China, Japan, Korea and Hong Kong have symbols of up to six digits; longer numbers count something. */
    private static final int MOST_DIGITS = 6;

    private static final JsonFactory FACTORY = new JsonFactory();

    private SymbolText() {}

    /** Whether a text can hardly be anything but a symbol. */
    static boolean isOne(String text) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letter |= Character.isLetter(c);
            digit |= Character.isDigit(c);
            if (c <= ' '
                    || Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || "{}[]\"<>\uFFFD".indexOf(c) >= 0) {
                return false;
            }
        }
        return (letter || digit && text.length() <= MOST_DIGITS)
                && text.length() <= Bar.MAX_SYMBOL
                && !NOTHING.contains(text)
                && !UUID.matcher(text).matches()
                && !isDate(text);
    }

    private static boolean isDate(String text) {
        try {
            BarDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The symbol that a record's key says, as text, as JSON, or in an envelope; null for none. */
    static String inKey(String key) {
        byte[] text = Wrapped.innermost(key.getBytes(StandardCharsets.UTF_8));
        String inside = new String(text, StandardCharsets.UTF_8);
        String symbol = inside.startsWith("{") ? inObject(text) : inside;
        return symbol != null && isOne(symbol) ? symbol : null;
    }

    private static String inObject(byte[] object) {
        String symbol = null;
        try (JsonParser json = FACTORY.createParser(object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                OtherName name = OtherName.of(json.currentName());
                JsonToken value = json.nextToken();
                json.skipChildren();
                if (name != null
                        && name.means() == BarFields.Name.SYMBOL
                        && name.rank() == OtherName.Rank.SURE
                        && value == JsonToken.VALUE_STRING) {
                    if (symbol != null && !symbol.equals(json.getText())) {
                        return null;
                    }
                    symbol = json.getText();
                }
            }
            return symbol;
        } catch (IOException e) {
            return null;
        }
    }
}
