package tickwing.charts.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.charts.view.Decimal;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/** Tables that are longer than what is turned into text in one go. */
class StockTableTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    /** The sum of all closes so far: right only if a symbol's bars come one after the other. */
    private static final StockIndicator SUM = StockIndicator.line("Sum", "sum", () -> {
        double[] sum = {0};
        return close -> sum[0] += close;
    });

    @Test
    void hasEveryRowInOrderHoweverManyThereAre() throws IOException {
        List<List<Bar>> symbols = List.of(bars("A", 1), bars("B", 25_003), bars("C,\"D", 499), bars("E", 1_500));
        StringBuilder expected = new StringBuilder("symbol,time,close,sum\n");
        for (List<Bar> bars : symbols) {
            String symbol = bars.get(0).symbol().equals("C,\"D")
                    ? "\"C,\"\"D\""
                    : bars.get(0).symbol();
            double sum = 0;
            for (Bar bar : bars) {
                sum += bar.close();
                expected.append(symbol).append(',').append(bar.time()).append(',');
                expected.append(Decimal.of(bar.close()))
                        .append(',')
                        .append(Decimal.of(sum))
                        .append('\n');
            }
        }
        StringBuilder table = new StringBuilder();
        StockTable.write(symbols, SUM, table);
        assertEquals(expected.toString(), table.toString());
    }

    @Test
    void hasAHeaderWhereThereAreNoBars() throws IOException {
        StringBuilder table = new StringBuilder();
        StockTable.write(List.of(), SUM, table);
        assertEquals("symbol,time,close,sum\n", table.toString());
    }

    @Test
    void saysThatItCannotBeWritten() {
        IOException full = new IOException("disk full");
        Writer out = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw full;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertSame(full, assertThrows(IOException.class, () -> StockTable.write(List.of(bars("A", 9)), SUM, out)));
    }

    private static List<Bar> bars(String symbol, int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> {
                    double close = 100 + i % 97 / 7.0;
                    BarTime day = BarTime.of(DAY.plusDays(i));
                    return Bar.finished(symbol, Interval.ONE_DAY, day, close, close, close, close, Double.NaN, i);
                })
                .toList());
    }
}
