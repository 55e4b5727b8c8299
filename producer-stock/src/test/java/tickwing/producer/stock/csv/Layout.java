package tickwing.producer.stock.csv;

import static tickwing.producer.stock.csv.DateForm.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whose exports a file of a test looks like, as far as one line says it; see {@link WrittenBars} for the others. */
enum Layout {
    YFINANCE_OLD("Date,Open,High,Low,Close,Adj Close,Volume", "d,o,h,l,c,a,v", ""),
    YFINANCE_NEW(null, "", ""),
    YFINANCE_SIDE_BY_SIDE(null, "", ""),
    YFINANCE_BY_TICKER(null, "", ""),
    FLAT(null, "", ""),
    FLAT_TICKER_FIRST(null, "", ""),
    TUPLES(null, "", ""),
    RESET_LEVELS(null, "", ""),
    RESET(",Date,Open,High,Low,Close,Volume,Ticker", "n,d,o,h,l,c,v,s", ""),
    NASDAQ("Date,Close/Last,Volume,Open,High,Low", "d,$c,v,$o,$h,$l", "daily", SLASHED_MDY),
    INVESTING(
            "Date,Price,Open,High,Low,Vol.,Change %",
            "d,c,o,h,l,k,p", "daily", SLASHED_MDY, NAMED_MONTH_FIRST, SLASHED_DMY, DOTTED_DMY),
    STOOQ(
            "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>",
            "s,x,D,t,o,h,l,c,v,z",
            "plain",
            COMPACT),
    BARCHART("Time,Open,High,Low,Last,Change,%Chg,Volume", "d,o,h,l,c,p,p,v", "plain", SLASHED_MDY, ISO),
    TRADINGVIEW("time,open,high,low,close,Volume", "d,o,h,l,c,v", "plain", ISO_T, SECONDS, ISO_OFFSET),
    ALPHA_VANTAGE("timestamp,open,high,low,close,volume", "d,o,h,l,c,v", "plain", ISO),
    BINANCE(
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                    + "taker_buy_quote_volume,ignore",
            "d,o,h,l,c,v,n,x,n,x,x,z",
            "plain",
            MILLIS,
            MICROS),
    BINANCE_HEADERLESS("", "d,o,h,l,c,v,n,x,n,x,x,z", "plain --header=binance", MILLIS, MICROS),
    KRAKEN_HEADERLESS("", "d,o,h,l,c,v,n", "plain --header=kraken", SECONDS),
    POLYGON("ticker,volume,open,close,high,low,window_start,transactions", "s,v,o,c,h,l,d,n", "plain", NANOS),
    METATRADER(
            "<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL>,<VOL>,<SPREAD>",
            "D,t,o,h,l,c,n,v,z",
            "plain tab",
            DOTTED_YMD),
    CRYPTO_DATA_DOWNLOAD(
            "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD", "u,d,s,o,h,l,c,v,x", "plain url", ISO),
    NSE(
            "SYMBOL,SERIES,OPEN,HIGH,LOW,CLOSE,LAST,PREVCLOSE,TOTTRDQTY,TOTTRDVAL,TIMESTAMP",
            "s,e,o,h,l,c,x,x,v,x,d",
            "daily plain",
            NAMED_UPPER),
    FRED("observation_date,DGS10", "d,c", "daily plain flat", ISO),
    TRADESTATION("Date,Time,Open,High,Low,Close,Vol,OI", "D,t,o,h,l,c,v,z", "plain", SLASHED_MDY),
    PLAIN_SYMBOL("Date,Open,High,Low,Close,Volume,Symbol", "d,o,h,l,c,v,s", ""),
    PLAIN_TICKER("ticker,date,close,open,low,high,adj_close,volume", "s,d,c,o,l,h,a,v", ""),
    PLAIN_NAME("date,open,high,low,close,volume,Name", "d,o,h,l,c,v,s", ""),
    PLAIN_INDEX("Index,Date,Open,High,Low,Close,Adj Close,Volume", "s,d,o,h,l,c,a,v", ""),
    PLAIN_COUNTED("index,Date,Open,High,Low,Close,Volume", "n,d,o,h,l,c,v", ""),
    PLAIN_TIMES("Time,Open,High,Low,Close", "d,o,h,l,c", "");

    final String header;
    final List<String> cells;
    private final List<String> traits;
    final List<DateForm> forms;

    /** @param cells what each column holds, by the letters that {@link WrittenBars#cell} knows */
    Layout(String header, String cells, String traits, DateForm... forms) {
        this.header = header;
        this.cells = cells.isEmpty() ? List.of() : List.of(cells.split(","));
        this.traits = List.of(traits.split(" "));
        this.forms = forms.length == 0 ? List.of(DateForm.values()) : List.of(forms);
    }

    boolean is(String trait) {
        return traits.contains(trait);
    }

    /** Options that its files need. */
    List<String> options() {
        return traits.stream().filter(trait -> trait.startsWith("--")).toList();
    }

    boolean hasSymbols() {
        return cells.contains("s") || isSideBySide();
    }

    boolean isSideBySide() {
        return this == YFINANCE_SIDE_BY_SIDE
                || this == YFINANCE_BY_TICKER
                || this == FLAT
                || this == FLAT_TICKER_FIRST
                || this == TUPLES;
    }

    boolean hasAdjusted() {
        return cells.contains("a") || isSideBySide();
    }

    boolean hasVolume() {
        return cells.isEmpty() || cells.contains("v") || cells.contains("k");
    }

    /** Names of columns as a list. */
    List<String> names() {
        return new ArrayList<>(Arrays.asList(header.split(",", -1)));
    }
}
