package tickwing.replay.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpivotTest {
    private static final Unpivot SIDES = new Unpivot(
            List.of("Date", "Symbol", "Close", "Volume"),
            List.of(0),
            List.of(new Unpivot.Side("A", List.of(1, 3)), new Unpivot.Side("B, \"x\"", List.of(2, -1))));

    @Test
    void makesARowForEachSideThatHasSomething() throws IOException {
        List<CsvRow> rows = rows("d1,1,2,3\nd2,,4,\nd3,NaN,,NA\nd4,5,6,\n");
        assertEquals(
                List.of("2 d1 A 1 3", "2 d1 B, \"x\" 2 ", "3 d2 B, \"x\" 4 ", "5 d4 A 5 ", "5 d4 B, \"x\" 6 "),
                rows.stream().map(UnpivotTest::text).toList());
    }

    @Test
    void readsItsRowsAgain() throws IOException {
        CsvRows again = open("d1,1,2,3\n");
        for (CsvRow row : rows("d1,1,2,3\nd4,\"5,5\",6,\n")) {
            assertEquals(text(row), text(again.row(row.line(), row.raw())));
        }
        assertEquals("\"Date\",\"Symbol\",\"Close\",\"Volume\"", again.headerLines());
        assertEquals(List.of("Date", "Symbol", "Close", "Volume"), again.columns());
    }

    @Test
    void leavesBadLinesWhole() throws IOException {
        List<CsvRow> rows = rows("d1,1,2\nd2,1,2,3\n");
        assertEquals(
                "d1,1,2",
                new String(assertInstanceOf(CsvRow.Bad.class, rows.get(0)).raw(), UTF_8));
        assertEquals(3, rows.size());
    }

    private static List<CsvRow> rows(String text) throws IOException {
        CsvRows rows = open(text);
        List<CsvRow> all = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    private static CsvRows open(String text) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(("Date,A,B,V\n" + text).getBytes(UTF_8)));
        rows.header(rows.header(), SIDES);
        return rows;
    }

    private static String text(CsvRow row) {
        return row.line() + " "
                + String.join(
                        " ", assertInstanceOf(CsvRow.Good.class, row).cells().texts());
    }
}
