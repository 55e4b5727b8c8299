package tickwing.tail;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tickwing.common.kafka.DeadLetters;
import tickwing.common.kafka.TopicRecord;
import tickwing.common.text.Printable;

/** Dead letters for people: which one it is, what is wrong with the row, and the row. */
final class LetterPages implements Layout {
    private static final String INDENT = "    ";

    @Override
    public void print(TopicRecord record, Writer out) throws IOException {
        out.write(
                Pages.place(record) + "  " + header(record, DeadLetters.FILE) + ":" + header(record, DeadLetters.LINE));
        Optional<String> redriven = record.header(DeadLetters.REDRIVEN);
        if (redriven.isPresent()) {
            out.write("  was corrected and published\n");
        } else {
            out.write("\n" + INDENT + header(record, DeadLetters.ERROR) + "\n" + INDENT);
            out.write(Pages.text(record.value()));
            out.write('\n');
        }
    }

    private static String header(TopicRecord record, String name) {
        return record.header(name).map(Printable::of).orElse("?");
    }
}
