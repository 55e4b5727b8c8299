package tickwing.common.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The members of the object that a parser has just entered, whatever they look like. {@code NaN} is passed over like null. */
public final class ParsedMembers<N> implements Members<N> {
    private final JsonParser json;
    private final Meanings<N> names;

    /** @param names what names mean */
    public ParsedMembers(JsonParser json, Meanings<N> names) {
        this.json = json;
        this.names = names;
    }

    @Override
    public boolean next() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL && !isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** How Python's json writes that there is no number. */
    private boolean isNaN(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_NUMBER_FLOAT && json.getText().equals("NaN");
    }

    @Override
    public N name() throws IOException {
        return names.of(json.currentName());
    }

    @Override
    public <T> T text(Meanings<T> meanings) throws IOException {
        return meanings.of(json.getText());
    }

    @Override
    public String text() throws IOException {
        return json.getText();
    }

    @Override
    public boolean isNumber() {
        return json.currentToken().isNumeric();
    }

    @Override
    public double number() throws IOException {
        return json.getDoubleValue();
    }
}
