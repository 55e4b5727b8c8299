package tickwing.charts.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.charts.show.Table;
import tickwing.charts.view.CsvNumber;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** Tables that are longer than what is turned into text in one go. */
class StockCsvTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    /** On-balance volume, the sum of all volumes: right only if a symbol's bars come one after the other. */
    private static final List<Study> SUM = Catalogue.standard().studies("obv");

    @Test
    void hasEveryRowInOrderHoweverManyThereAre() throws IOException {
        List<List<Bar>> symbols = List.of(bars("A", 1), bars("B", 25_003), bars("C,\"D", 499), bars("E", 1_500));
        StringBuilder expected = new StringBuilder("symbol,time,close,obv\n");
        for (List<Bar> bars : symbols) {
            String symbol = bars.get(0).symbol().equals("C,\"D")
                    ? "\"C,\"\"D\""
                    : bars.get(0).symbol();
            double sum = 0;
            for (Bar bar : bars) {
                sum += bar.volume();
                expected.append(symbol).append(',').append(bar.time()).append(',');
                expected.append(CsvNumber.of(bar.close()))
                        .append(',')
                        .append(CsvNumber.of(sum))
                        .append('\n');
            }
        }
        StringBuilder table = new StringBuilder();
        table(symbols).writeTo(table);
        assertEquals(expected.toString(), table.toString());
    }

    @Test
    void hasAHeaderWhereThereAreNoBars() throws IOException {
        StringBuilder table = new StringBuilder();
        table(List.of()).writeTo(table);
        assertEquals("symbol,time,close,obv\n", table.toString());
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
        assertSame(
                full,
                assertThrows(
                        IOException.class, () -> table(List.of(bars("A", 9))).writeTo(out)));
    }

    private static Table table(List<List<Bar>> symbols) {
        StockGallery gallery = new StockGallery(StockLook.of(SUM), Interval.ONE_DAY, StockStyle.LINE, Set.of(), 10_000);
        symbols.forEach(bars -> bars.forEach(bar -> gallery.board().accept(bar, 0)));
        gallery.board().publish(ReaderStatus.NONE);
        return gallery.contents().table();
    }

    private static List<Bar> bars(String symbol, int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> {
                    double close = 100 + i;
                    BarTime day = BarTime.of(DAY.plusDays(i));
                    return Bar.finished(symbol, Interval.ONE_DAY, day, close, close, close, close, Double.NaN, i);
                })
                .toList());
    }
}
