package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.error.UserError;
import tickwing.common.kafka.DeadLetterBook.Letter;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.WaitingLetters;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;

class CorrectionTest {
    private static final LetterLayout KEY_AND_VALUE = new LetterLayout("key,value", "", "");

    /** A key and a number, in columns of any order; a file without the column {@code key} has its name for one. */
    private static final RowFormat FORMAT = (name, rows, shiftDays) -> {
        List<String> columns = rows.header();
        int value = columns.indexOf("value");
        if (value < 0) {
            throw new UserError(name + ":1: there is no column value.");
        }
        return new RowFormat.RowEncoder() {
            @Override
            public Outcome encode(CsvRow.Good row) {
                int key = columns.indexOf("key");
                String text = row.cells().text(value);
                return text.matches("\\d+")
                        ? new Outcome.Publish(
                                (key < 0 ? name : row.cells().text(key)).getBytes(UTF_8),
                                ByteSlice.of(text.getBytes(UTF_8)),
                                nobody())
                        : new Outcome.Rejected("no number", "\"" + text + "\" is no number");
            }
        };
    };

    private static Subject nobody() {
        return new Subject() {
            @Override
            public String group() {
                return "";
            }

            @Override
            public long eventMillis() {
                return 0;
            }

            @Override
            public Object[] identity() {
                return new Object[0];
            }
        };
    }

    private static final class FakeLetters implements WaitingLetters {
        private final Map<Address, Letter> waiting = new HashMap<>();
        private final Map<Address, LetterLayout> layouts = new HashMap<>();
        private final Set<Address> done = new HashSet<>();
        private boolean text = true;

        void add(String file, long line, String raw, LetterLayout layout) {
            Address address = new Address(file, line);
            waiting.put(address, new Letter(address, "error", raw));
            layouts.put(address, layout);
        }

        String list() {
            StringWriter text = new StringWriter();
            LetterTable table = new LetterTable(new PrintWriter(text));
            waiting.values().stream().filter(l -> isWaiting(l.address())).forEach(table::add);
            table.end();
            return text.toString();
        }

        @Override
        public boolean isWaiting(Address address) {
            return waiting.containsKey(address) && !done.contains(address);
        }

        @Override
        public boolean isDone(Address address) {
            return done.contains(address);
        }

        @Override
        public LetterLayout layout(Address address) {
            return layouts.get(address);
        }

        @Override
        public boolean isText(Address address) {
            return text;
        }

        @Override
        public TopicEnds ends() {
            return TopicEnds.ALL;
        }

        @Override
        public void done(Address address) {
            done.add(address);
        }
    }

    private final FakeLetters letters = new FakeLetters();
    private final FakePublisher publisher = new FakePublisher();
    private final List<String> refused = new ArrayList<>();
    private Optional<String> header = Optional.empty();
    private Optional<String> key = Optional.empty();

    @Test
    void publishesACellThatWasCorrectedInTheListAndLetsTheOthersWait() throws IOException {
        letters.add("f.csv~1a2b3c4d", 2, "a,one", KEY_AND_VALUE);
        letters.add("f.csv", 2, "\"b,\nc\",two", KEY_AND_VALUE);
        letters.add("f.csv", 3, "d", KEY_AND_VALUE);
        String corrected = letters.list().replace("two", "2");
        assertEquals(new Accounts(3, 1, 2, 0), send(corrected));
        assertEquals(List.of("b,\nc=2"), publisher.committed);
        assertEquals(List.of(new WaitingLetters.Address("f.csv", 2)), publisher.redriven);
        assertEquals(
                List.of(
                        "corrected rows:4: f.csv:3: 1 columns; the header has 2; its dead letter waits on.",
                        "corrected rows:5: f.csv~1a2b3c4d:2: \"one\" is no number; its dead letter waits on."),
                refused);
        assertEquals(new Accounts(3, 0, 2, 1), send(corrected));
        assertEquals(1, publisher.committed.size());
        assertEquals(2, letters.list().lines().count() - 1);
    }

    @Test
    void publishesARowOnceThatStandsInTheTableTwice() throws IOException {
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        assertEquals(new Accounts(2, 1, 0, 1), send("file,line,raw\nf.csv,2,\"a,1\"\nf.csv,2,\"a,1\"\n"));
        assertEquals(List.of("a=1"), publisher.committed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw,line,file\n\"a,1\",2,f.csv\n",
                "file,line,error,raw\nf.csv,2,,\"a,1\"\n",
                "\uFEFFfile,line,error,raw\r\nf.csv,2,,\"a,1\"\r\n",
                "file,line,value,key\nf.csv,2,1,a\n",
                "file,line,key,value,raw\nf.csv,2,a,1,x\n",
            })
    void takesTheTableAsItComes(String table) throws IOException {
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        assertEquals(new Accounts(1, 1, 0, 0), send(table), refused.toString());
        assertEquals(List.of("a=1"), publisher.committed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file,line\nf.csv,2\n", "file;line;error;raw\nf.csv;2;;x\n", "line,raw\n2,x\n"})
    void saysWhatATableNeeds(String table) {
        UserError e = assertThrows(UserError.class, () -> send(table));
        assertTrue(e.getMessage().startsWith("The corrected rows need a header: file,line,raw"), e.getMessage());
    }

    @Test
    void saysWhereTheHeaderOfATableHasAQuoteOutOfPlace() {
        UserError e = assertThrows(UserError.class, () -> send("\nfile,line,\"raw\n"));
        assertEquals(
                "corrected rows:2: a quote is out of place: not closed, or in a cell that does not begin with one.",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "f.csv,2,\"\" | f.csv:2: the row is empty; its dead letter waits on",
                "f.csv,2,\"a,1LFb,2\" | f.csv:2: it is more than one row; its dead letter waits on",
                "f.csv,2,\"\"\"a,1\" | f.csv:2: a quote is out of place: not closed, or in a cell that does not begin with one; its dead letter waits on",
                "f.csv,9,\"a,1\" | there is no dead letter of f.csv:9",
                "f.csv,two,\"a,1\" | there is no dead letter of f.csv:two",
                "f.csv,2 | 2 columns; the header has 3; its dead letter waits on",
                "old.csv,2,\"a,1\" | old.csv:2: its dead letter does not say what the columns of its file are; send it"
                        + " back as file,line, then those columns; its dead letter waits on",
                "odd.csv,2,\"a,1\" | odd.csv:2: odd.csv:1: there is no column value; its dead letter waits on",
                "keyed.csv,2,\"a,1\" | keyed.csv:2: its file was published with --key value, and so must be its row;"
                        + " its dead letter waits on",
            })
    void saysWhyARowIsRefused(String row, String sentence) throws IOException {
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        letters.add("old.csv", 2, "a,one", LetterLayout.UNKNOWN);
        letters.add("odd.csv", 2, "a,one", new LetterLayout("key,price", "", ""));
        letters.add("keyed.csv", 2, "a,one", new LetterLayout("key,value", "--key value", ""));
        assertEquals(new Accounts(1, 0, 1, 0), send("file,line,raw\n" + row.replace("LF", "\n") + "\n"));
        assertEquals(List.of("corrected rows:2: " + sentence + "."), refused);
        assertEquals(List.of(), publisher.committed);
        assertEquals(List.of(), publisher.redriven);
    }

    @Test
    void quotesARowInARefusalWithoutObeyingWhatItHolds() throws IOException {
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        send("file,line,raw\nf.csv,2,\"a,\033]0;x\007\u202e\"\n");
        assertEquals(
                List.of(
                        "corrected rows:2: f.csv:2: \"\\u001b]0;x\\u0007\\u202e\" is no number; its dead letter waits on."),
                refused);
    }

    @Test
    void readsLettersThatDoNotSayUnderTheColumnsThatTheUserNames() throws IOException {
        letters.add("old.csv", 2, "one,a", LetterLayout.UNKNOWN);
        header = Optional.of("value,key");
        assertEquals(new Accounts(1, 1, 0, 0), send("file,line,raw\nold.csv,2,\"1,a\"\n"));
        assertEquals(List.of("a=1"), publisher.committed);
    }

    @Test
    void readsARowByTheOptionsAndTheNameOfItsFile() throws IOException {
        letters.add("AAPL.csv~1a2b3c4d", 2, "x", new LetterLayout("value", "--key value", "AAPL"));
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        key = Optional.of("value");
        assertEquals(new Accounts(2, 1, 1, 0), send("file,line,raw\nAAPL.csv~1a2b3c4d,2,7\nf.csv,2,\"a,1\"\n"));
        assertEquals(List.of("7=7"), publisher.committed);
        assertTrue(refused.get(0).contains("f.csv:2: its file was published without --key value"), refused.toString());
        key = Optional.empty();
        letters.add("AAPL.csv~1a2b3c4d", 3, "x", new LetterLayout("value", "", "AAPL"));
        send("file,line,raw\nAAPL.csv~1a2b3c4d,3,8\n");
        assertEquals("AAPL=8", publisher.committed.get(1));
    }

    @Test
    void publishesNoSignThatOnlyStandsForBytesThatAreNoText() throws IOException {
        letters.add("f.csv", 2, "\uFFFD,1", KEY_AND_VALUE);
        letters.text = false;
        assertEquals(new Accounts(1, 0, 1, 0), send(letters.list()));
        assertTrue(refused.get(0).contains("the row is not UTF-8 text"), refused.toString());
        assertEquals(new Accounts(1, 1, 0, 0), send(letters.list().replace("\uFFFD", "\u00FC")));
        letters.text = true;
        letters.add("f.csv", 3, "\uFFFD,one", KEY_AND_VALUE);
        assertEquals(new Accounts(1, 1, 0, 0), send(letters.list().replace("one", "1")));
        assertEquals(List.of("\u00FC=1", "\uFFFD=1"), publisher.committed);
    }

    @Test
    void refusesARecordThatIsTooLargeAndGoesOn() throws IOException {
        publisher.maxRecordBytes = 10;
        letters.add("f.csv", 2, "a,one", KEY_AND_VALUE);
        letters.add("f.csv", 3, "a,one", KEY_AND_VALUE);
        assertEquals(new Accounts(2, 1, 1, 0), send("file,line,raw\nf.csv,2,\"a,1234567890\"\nf.csv,3,\"a,2\"\n"));
        assertEquals(List.of("a=2"), publisher.committed);
        assertTrue(refused.get(0).contains("the record has 11 bytes; at most 10 fit"), refused.toString());
    }

    @Test
    void commitsALongTableInPieces() throws IOException {
        IntStream.range(0, 2_500).forEach(line -> letters.add("f.csv", line, "a,one", KEY_AND_VALUE));
        assertEquals(new Accounts(2_500, 2_500, 0, 0), send(letters.list().replace("one", "1")));
        assertEquals(3, publisher.positions.size());
        assertEquals(2_500, publisher.redriven.size());
        assertEquals(Set.of("a=1"), publisher.committed.stream().collect(Collectors.toSet()));
    }

    private Accounts send(String table) throws IOException {
        refused.clear();
        return new Correction(letters, publisher, new Correction.How(FORMAT, header, key), refused::add)
                .publish(CorrectedTable.open(new ByteArrayInputStream(table.getBytes(UTF_8))));
    }
}
