package tickwing.producer.stock.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.error.UserError;
import tickwing.common.record.Decoded;
import tickwing.common.text.Cells;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Where a file has its bars. One header line ({@code Date,Open,High,Low,Close,Adj Close,Volume}, any order, with a
 * {@code Symbol} column or without), or the three that newer versions of yfinance write ({@code Price}, {@code Ticker},
 * {@code Date}). Without a symbol column the file's name is the symbol.
 */
final class BarColumns {
    private static final List<String> DATE = List.of("Date", "Datetime", "Timestamp");
    private static final List<String> SYMBOL = List.of("Symbol", "Label", "Stock", "Ticker");
    private static final List<String> ADJUSTED = List.of("Adj Close", "Adj_Close", "AdjClose", "Adjusted Close");

    private final Interval interval;
    private final ZoneId zone;
    private final String fileSymbol;
    private final int symbol;
    private final int date;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int adjusted;
    private final int volume;

    private BarColumns(List<String> header, String fileSymbol, Interval interval, ZoneId zone) {
        this.interval = interval;
        this.zone = zone;
        this.fileSymbol = fileSymbol;
        symbol = index(header, SYMBOL);
        date = index(header, DATE);
        open = index(header, List.of("Open"));
        high = index(header, List.of("High"));
        low = index(header, List.of("Low"));
        close = index(header, List.of("Close"));
        adjusted = index(header, ADJUSTED);
        volume = index(header, List.of("Volume"));
    }

    /** @throws UserError when the header is missing, or says not enough */
    static BarColumns read(String file, CsvRows rows, Optional<Interval> interval, ZoneId zone) throws IOException {
        List<String> header = rows.header();
        if (header == null) {
            throw new UserError(file + " is empty; expected a header line and bars below it.");
        }
        String symbol = symbolOf(file);
        if (header.get(0).equals("Price")) {
            CsvRow second = rows.next();
            symbol = ticker(file, second);
            CsvRow third = rows.next();
            List<String> names = concat(cells(file, third).get(0), header.subList(1, header.size()));
            header = rows.header(names, String.join("\n", rows.headerLines(), text(second), text(third)));
        }
        check(file, header);
        boolean intraday = header.contains("Datetime");
        if (intraday && interval.isEmpty()) {
            throw new UserError(file + " holds bars shorter than a day (column Datetime); say how long they are with"
                    + " --interval, e.g. --interval 1m.");
        }
        return new BarColumns(header, symbol, interval.orElse(Interval.ONE_DAY), zone);
    }

    /** The row's bar; it counts as finished. */
    Decoded<Bar> bar(Cells cells) {
        try {
            String name = symbol < 0 ? fileSymbol : cells.text(symbol).strip();
            BarTime time = BarDates.parse(cells.text(date).strip(), interval, zone);
            double o = Prices.parse("open", cells.text(open));
            double h = Prices.parse("high", cells.text(high));
            double l = Prices.parse("low", cells.text(low));
            double c = Prices.parse("close", cells.text(close));
            double a = adjusted < 0 || Prices.isMissing(cells.text(adjusted))
                    ? Double.NaN
                    : Prices.parse("adjusted close", cells.text(adjusted));
            double v = volume < 0 ? Double.NaN : Prices.volume(cells.text(volume));
            if (BarFlaw.inPrices(o, h, l, c) != null) {
                return Decoded.rejected(
                        "high is below low", "high " + cells.text(high) + " is below low " + cells.text(low));
            }
            BarFlaw flaw = BarFlaw.inSymbol(name);
            if (flaw != null) {
                return flaw.fault() == BarFlaw.Fault.MISSING
                        ? Decoded.rejected("no symbol", "there is no symbol")
                        : longSymbol(name);
            }
            return Decoded.ok(Bar.finished(name, interval, time, o, h, l, c, a, v));
        } catch (DateTimeException e) {
            return Decoded.rejected(
                    "not a date", "date \"" + cells.text(date) + "\" is not a date; expected e.g. 2013-01-02");
        } catch (Prices.NotANumber e) {
            return Decoded.rejected(e.kind(), e.getMessage());
        }
    }

    private static Decoded<Bar> longSymbol(String name) {
        return Decoded.rejected(
                "symbol is too long",
                "symbol \"" + name.substring(0, Bar.MAX_SYMBOL) + "...\" has " + name.length() + " characters; at most "
                        + Bar.MAX_SYMBOL + " are a symbol");
    }

    /** What the file looks like, in a few words. */
    String layout() {
        return "bars of " + interval + (symbol < 0 ? ", symbol from the file's name" : ", symbols in a column");
    }

    /** The options that say how rows are read; the zone has no say where bars go by their date alone. */
    String options() {
        boolean zoned = !interval.isDaily() && !zone.normalized().equals(ZoneOffset.UTC);
        return (interval == Interval.ONE_DAY ? "" : "--interval " + interval) + (zoned ? " --zone " + zone : "");
    }

    /** The symbol of all rows; empty where each has its own. */
    String symbol() {
        return symbol < 0 ? fileSymbol : "";
    }

    private static String text(CsvRow row) {
        return new String(row.raw(), StandardCharsets.UTF_8);
    }

    /** {@code data/AAPL.csv.gz} is AAPL. */
    static String symbolOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceAll("(?i)(\\.(csv|txt|gz|zip|bz2|xz|zst))+$", "").toUpperCase(Locale.ROOT);
    }

    private static String ticker(String file, CsvRow row) {
        List<String> cells = cells(file, row);
        List<String> tickers =
                cells.subList(1, cells.size()).stream().distinct().toList();
        if (!cells.get(0).equals("Ticker") || tickers.size() != 1) {
            throw new UserError(file + ":2: expected one ticker for all columns, found " + String.join(", ", tickers)
                    + "; save one file for each symbol.");
        }
        return tickers.get(0);
    }

    private static List<String> cells(String file, CsvRow row) {
        if (row instanceof CsvRow.Good good) {
            return List.of(good.cells().texts());
        }
        throw new UserError(file + ":2: expected the lines Ticker and Date below the line Price.");
    }

    private static List<String> concat(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static void check(String file, List<String> header) {
        for (List<String> needed : List.of(DATE, List.of("Open"), List.of("High"), List.of("Low"), List.of("Close"))) {
            if (index(header, needed) < 0) {
                throw new UserError(file + ":1: there is no column " + needed.get(0)
                        + "; expected a header such as Date,Open,High,Low,Close,Adj Close,Volume.");
            }
        }
    }

    private static int index(List<String> header, List<String> names) {
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (names.stream().anyMatch(n -> n.equalsIgnoreCase(column))) {
                return i;
            }
        }
        return -1;
    }
}
