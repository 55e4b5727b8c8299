package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;

class LookTest {
    private static final String HEADER = "day,key\n";

    /** What comes piece by piece; asking for more than there will be is waiting in vain. */
    private static final class Pipe extends InputStream {
        private final Deque<byte[]> pieces = new ArrayDeque<>();
        private boolean waited;

        Pipe(String... pieces) {
            List.of(pieces).forEach(piece -> this.pieces.add(piece.getBytes(UTF_8)));
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            byte[] piece = pieces.poll();
            if (piece == null) {
                throw new AssertionError("waits for more than there is");
            }
            waited = false;
            System.arraycopy(piece, 0, to, offset, piece.length);
            return piece.length;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    @Test
    void keepsNoStreamWaitingThatHasAHeaderAndARow() throws IOException {
        for (String[] pieces : new String[][] {
            {HEADER + "13/04/2023,A\n"},
            {HEADER, "13/04/2023,A\n"},
            {
                "day", ",key\n13/04/2", "023,A\n",
            },
            {HEADER, "2023-04-13,A\n"},
        }) {
            KeptStream kept = new KeptStream(new Pipe(pieces));
            Look look = Look.atStream("-", kept, Ordered.UNSAID);
            assertEquals(',', look.dialect().separator());
            byte[] all = String.join("", pieces).getBytes(UTF_8);
            assertEquals(new String(all, UTF_8), new String(kept.again().readNBytes(all.length), UTF_8));
        }
    }

    @Test
    void waitsForWhatDecides() throws IOException {
        Pipe pipe = new Pipe(HEADER, "03/04/2023,A\n", "04/04/2023,A\n", "13/04/2023,A\n");
        Look look = Look.atStream("-", new KeptStream(pipe), Ordered.UNSAID);
        assertEquals("--date-order dmy", look.format().reading().text());
        assertThrows(
                AssertionError.class,
                () -> Look.atStream("-", new KeptStream(new Pipe(HEADER, "03/04/2023,A\n")), Ordered.UNSAID));
        Ordered said = new Ordered(Reading.of("--date-order mdy"));
        Look told = Look.atStream("-", new KeptStream(new Pipe(HEADER, "03/04/2023,A\n")), said);
        assertEquals("--date-order mdy", told.format().reading().text());
    }

    @Test
    void readsAFileOnWhoseFirstRowsDoNotDecide() throws IOException {
        String file = HEADER + "03/04/2023,A\n".repeat(5_000) + "13/04/2023,A\n";
        Look look = Look.atFile("f.csv", new ByteArrayInputStream(file.getBytes(UTF_8)), Ordered.UNSAID);
        assertEquals("--date-order dmy", look.format().reading().text());
    }

    @Test
    void readsNoMoreOfAFileThanItsFirstRowsWhereTheseDecide() throws IOException {
        byte[] file = (HEADER + "13/04/2023,AAAAAAAAAAAAAAAAAAAAAAAA\n".repeat(200_000)).getBytes(UTF_8);
        long[] read = {0};
        InputStream counting = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int count = super.read(to, offset, length);
                read[0] += Math.max(0, count);
                return count;
            }
        };
        Look.atFile("f.csv", counting, Ordered.UNSAID);
        assertTrue(read[0] <= (64 + 128) * 1024, read[0] + " bytes");
    }

    @Test
    void saysWhatItHasSettled() throws IOException {
        byte[] file = "\uFEFFhttps://www.example.com\rday;key\r13/04/2023;A\r".getBytes(UTF_16LE);
        Look look = Look.atFile("f.csv", new ByteArrayInputStream(file), Ordered.UNSAID);
        assertEquals(
                "--date-order dmy --separator semicolon",
                look.format().reading().text());
        assertEquals(
                List.of("separator", "encoding", "line_ends", "preamble"),
                look.facts().stream().map(Fact::name).toList());
    }

    @Test
    void refusesUtf16WithoutAMark() {
        byte[] file = (HEADER + "13/04/2023,A\n").getBytes(UTF_16LE);
        UserError e = assertThrows(
                UserError.class, () -> Look.atFile("f.csv", new ByteArrayInputStream(file), Ordered.UNSAID));
        assertTrue(e.getMessage().contains("byte order mark"), e.getMessage());
    }
}
