package tickwing.tail;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.Content;
import tickwing.common.kafka.TopicRecord;

/** A layout that the user has spelt, with the tokens of kcat. */
final class Format implements Layout {
    private static final String TOKENS =
            "%k (key), %v or %s (value), %o (offset), %p (partition), %t (topic), %T (timestamp), %h (headers) and %%";
    private static final String ESCAPES = "\\n, \\t, \\r and \\\\";

    private final List<Function<TopicRecord, String>> pieces;

    private Format(List<Function<TopicRecord, String>> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Understands a format. A line end is added unless it has one at its end.
     *
     * @param shown what becomes of text that comes from records: where a terminal would obey it, it is escaped
     * @throws UsageError when it has a token or an escape that there is not
     */
    static Format of(String format, UnaryOperator<String> shown) {
        List<Function<TopicRecord, String>> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' && c != '\\') {
                literal.append(c);
                continue;
            }
            i++;
            String rest = format.substring(i, Math.min(i + 1, format.length()));
            if (c == '\\') {
                literal.append(escape(rest));
            } else if (rest.equals("%")) {
                literal.append('%');
            } else {
                String before = literal.toString();
                pieces.add(record -> before);
                literal.setLength(0);
                pieces.add(token(rest, shown));
            }
        }
        String end = literal.toString();
        pieces.add(record -> end.endsWith("\n") ? end : end + "\n");
        return new Format(pieces);
    }

    @Override
    public void print(TopicRecord record, Writer out) throws IOException {
        for (Function<TopicRecord, String> piece : pieces) {
            out.write(piece.apply(record));
        }
    }

    private static String escape(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "\\" -> "\\";
            default ->
                throw new UsageError(
                        "--format has \"\\" + letter + "\", which is no escape; there are " + ESCAPES + ".");
        };
    }

    private static Function<TopicRecord, String> token(String letter, UnaryOperator<String> shown) {
        return switch (letter) {
            case "k" -> record -> text(record.key(), shown);
            case "v", "s" -> record -> text(record.value(), shown);
            case "o" -> record -> Long.toString(record.offset());
            case "p" -> record -> Integer.toString(record.partition());
            case "t" -> TopicRecord::topic;
            case "T" -> record -> Long.toString(record.timestamp());
            case "h" -> record -> headers(record, shown);
            default ->
                throw new UsageError("--format has \"%" + letter + "\", which is no token; there are " + TOKENS + ".");
        };
    }

    private static String headers(TopicRecord record, UnaryOperator<String> shown) {
        return record.headers().stream()
                .map(header -> shown.apply(header.name()) + "=" + text(header.value(), shown))
                .collect(Collectors.joining(","));
    }

    private static String text(Content content, UnaryOperator<String> shown) {
        if (content instanceof Content.Bytes some) {
            return shown.apply(BytesAsText.textOrBase64(some.bytes()));
        }
        return content instanceof Content.TooLarge ? Pages.TOO_LARGE : Pages.NONE;
    }
}
