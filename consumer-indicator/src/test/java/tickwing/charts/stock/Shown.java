package tickwing.charts.stock;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tickwing.analytics.indicator.Study;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.OutputFile;
import tickwing.charts.show.Charts;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Page;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** Studies of a few bars as a program shows them, without a broker. */
public final class Shown {
    private final StockGallery gallery;

    private Shown(StockGallery gallery) {
        this.gallery = gallery;
    }

    /** @param closes of days from 1970-01-01 on, of symbol A */
    public static Shown of(List<Study> studies, double... closes) {
        StockGallery gallery =
                new StockGallery(StockLook.of(studies), Interval.ONE_DAY, StockStyle.values()[0], Set.of(), 10);
        for (int day = 0; day < closes.length; day++) {
            double close = closes[day];
            BarTime time = BarTime.of(LocalDate.ofEpochDay(day));
            gallery.board()
                    .accept(Bar.finished("A", Interval.ONE_DAY, time, close, close, close, close, Double.NaN, 1), day);
        }
        gallery.board().publish(ReaderStatus.NONE);
        return new Shown(gallery);
    }

    /** The CSV. */
    public String table() throws IOException {
        StringWriter text = new StringWriter();
        gallery.contents().table().writeTo(text);
        return text.toString();
    }

    /** The SVG, by way of a file. */
    public String picture(Path file) throws IOException {
        Contents contents = gallery.contents();
        try (var charts = new Charts<>(gallery)) {
            Page page = new Page(charts.newest(contents.names()), 1, contents.table());
            OutputFile.of(file.toString()).write(page, "", Theme.values()[0], new PrintWriter(new StringWriter()));
        }
        return Files.readString(file);
    }
}
