package tickwing.producer.stock.csv;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Files that tables of bars are written to, in any layout; shares nothing with what reads them. */
final class WrittenBars {
    /**
     * A file.
     *
     * @param lines where its rows are, without those of the header
     * @param bars what they hold, as {@link TypedBar#text} has it, in their order
     */
    record File(
            String name, Pen pen, List<String> header, List<String> lines, List<String> options, List<String> bars) {
        byte[] content() {
            return content(lines);
        }

        byte[] content(List<String> rows) {
            List<String> all = new ArrayList<>(header);
            all.addAll(rows);
            return pen.file(all, true);
        }
    }

    /** In which order rows stand. */
    private enum Order {
        ASCENDING,
        DESCENDING,
        SHUFFLED
    }

    private static final List<String> INTERVALS =
            List.of("1m", "5m", "15m", "30m", "1h", "1d", "1d", "1d", "1d", "1w", "1mo");

    private final Random random;
    private final Layout layout;
    private final Pen pen;
    private final DateForm form;
    private int row;

    private WrittenBars(Random random, Layout layout) {
        this.random = random;
        this.layout = layout;
        Pen any = Pen.any(random);
        Pen own = layout.is("plain") ? any.plain() : any;
        this.pen = layout.is("tab") ? own.separatedBy('\t') : own;
        this.form = layout.forms.get(random.nextInt(layout.forms.size()));
    }

    static File write(Layout layout, long seed) {
        Random random = new Random(seed);
        return new WrittenBars(random, layout).write();
    }

    private File write() {
        String interval = layout.is("daily") ? "1d" : INTERVALS.get(random.nextInt(INTERVALS.size()));
        int symbols = layout.hasSymbols() ? 1 + random.nextInt(3) : 1;
        List<TypedBar> table = TypedBar.table(random, interval, symbols, random.nextInt(4) == 0);
        String name = table.get(0).symbol();
        if (layout == Layout.FRED) {
            table = table.stream().map(bar -> bar.of("DGS10").flat()).toList();
        }
        table = table.stream()
                .map(bar -> bar.with(
                        layout.hasAdjusted() ? bar.adjusted() : null, layout.hasVolume() ? bar.volume() : null))
                .toList();
        List<String> header = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<TypedBar> written = new ArrayList<>();
        if (layout.header == null) {
            sideBySide(table, header, lines, written);
        } else {
            written.addAll(ordered(table));
            header(header);
            written.forEach(bar -> lines.add(pen.line(row(bar))));
        }
        String file = layout.hasSymbols() || layout == Layout.FRED || layout == Layout.YFINANCE_NEW ? "all" : name;
        return new File(
                file + ".csv",
                pen,
                header,
                lines,
                layout.options(),
                written.stream().map(TypedBar::text).toList());
    }

    private List<TypedBar> ordered(List<TypedBar> table) {
        List<TypedBar> rows = new ArrayList<>(table);
        Order order = Order.values()[random.nextInt(Order.values().length)];
        if (order == Order.SHUFFLED) {
            Collections.shuffle(rows, random);
        } else if (order == Order.DESCENDING) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private void header(List<String> header) {
        if (layout.is("url")) {
            header.add("https://www.CryptoDataDownload.com");
        }
        if (!layout.header.isEmpty()) {
            header.add(pen.line(layout.names()));
        }
    }

    private List<String> row(TypedBar bar) {
        row++;
        return layout.cells.stream().map(cell -> cell(cell, bar)).toList();
    }

    /** What a letter stands for. */
    private String cell(String letter, TypedBar bar) {
        LocalDateTime at = bar.time();
        return switch (letter) {
            case "d" -> form.write(at, bar.daily());
            case "D" -> form.write(at, true);
            case "t" ->
                String.format(layout == Layout.STOOQ ? "%02d%02d00" : "%02d:%02d", at.getHour(), at.getMinute());
            case "u" -> Long.toString(at.toEpochSecond(ZoneOffset.UTC));
            case "s" -> bar.symbol();
            case "o" -> pen.number(bar.open());
            case "h" -> pen.number(bar.high());
            case "l" -> pen.number(bar.low());
            case "c" -> pen.number(bar.close());
            case "a" -> pen.number(bar.adjusted());
            case "v" -> pen.number(bar.volume());
            case "$o" -> "$" + pen.number(bar.open());
            case "$h" -> "$" + pen.number(bar.high());
            case "$l" -> "$" + pen.number(bar.low());
            case "$c" -> "$" + pen.number(bar.close());
            case "k" -> pen.number(bar.volume().movePointLeft(3)) + "K";
            case "p" -> "-0.12%";
            case "e" -> "EQ";
            case "x" -> "12.5";
            case "n" -> Integer.toString(row - 1);
            default -> "0";
        };
    }

    /** Several symbols beside each other, or one in a header of several lines. */
    private void sideBySide(List<TypedBar> table, List<String> header, List<String> lines, List<TypedBar> written) {
        List<String> symbols = table.stream().map(TypedBar::symbol).distinct().toList();
        boolean adjusted = layout.hasAdjusted();
        List<String> fields = new ArrayList<>(List.of("Close", "High", "Low", "Open", "Volume"));
        if (adjusted) {
            fields.add(0, "Adj Close");
        }
        List<String[]> columns = new ArrayList<>();
        if (layout == Layout.YFINANCE_BY_TICKER) {
            symbols.forEach(symbol -> fields.forEach(field -> columns.add(new String[] {field, symbol})));
        } else {
            fields.forEach(field -> symbols.forEach(symbol -> columns.add(new String[] {field, symbol})));
        }
        levels(columns, header);
        List<LocalDateTime> times =
                new ArrayList<>(table.stream().map(TypedBar::time).distinct().toList());
        if (random.nextInt(3) == 0) {
            Collections.reverse(times);
        }
        int n = 0;
        for (LocalDateTime time : times) {
            List<TypedBar> side =
                    table.stream().filter(bar -> bar.time().equals(time)).toList();
            List<String> cells = new ArrayList<>();
            if (layout == Layout.RESET_LEVELS) {
                cells.add(Integer.toString(n++));
            }
            cells.add(form.write(time, table.get(0).daily()));
            for (String[] column : columns) {
                TypedBar bar = side.get(symbols.indexOf(column[1]));
                cells.add(pen.number(value(bar, column[0])));
            }
            lines.add(pen.line(cells));
            written.addAll(side);
        }
    }

    private void levels(List<String[]> columns, List<String> header) {
        List<String> fields = columns.stream().map(column -> column[0]).toList();
        List<String> symbols = columns.stream().map(column -> column[1]).toList();
        List<String> blank = Collections.nCopies(columns.size(), "");
        switch (layout) {
            case YFINANCE_NEW, YFINANCE_SIDE_BY_SIDE -> {
                boolean old = layout == Layout.YFINANCE_SIDE_BY_SIDE && random.nextBoolean();
                header.add(pen.line(with(old ? "" : "Price", fields)));
                header.add(pen.line(with(old ? "" : "Ticker", symbols)));
                header.add(pen.line(with("Date", blank)));
            }
            case YFINANCE_BY_TICKER -> {
                header.add(pen.line(with("Ticker", symbols)));
                header.add(pen.line(with("Price", fields)));
                header.add(pen.line(with("Date", blank)));
            }
            case RESET_LEVELS -> {
                header.add(pen.line(with("", with("Date", fields))));
                header.add(pen.line(with("", with("", symbols))));
            }
            default -> {
                List<String> names = columns.stream().map(this::flat).toList();
                header.add(pen.line(with("Date", names)));
            }
        }
    }

    private String flat(String[] column) {
        return switch (layout) {
            case FLAT -> column[0] + "_" + column[1];
            case FLAT_TICKER_FIRST -> column[1] + " " + column[0];
            default -> "('" + column[0] + "', '" + column[1] + "')";
        };
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static BigDecimal value(TypedBar bar, String field) {
        return switch (field) {
            case "Open" -> bar.open();
            case "High" -> bar.high();
            case "Low" -> bar.low();
            case "Close" -> bar.close();
            case "Volume" -> bar.volume();
            default -> bar.adjusted();
        };
    }
}
