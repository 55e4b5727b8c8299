package tickwing.producer.stock.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tickwing.replay.date.DateOrder;

/**
 * The layouts that bar files are known in. Names of columns are {@linkplain BarField#plain plain}; the first layout whose
 * columns a header has is the file's.
 */
enum BarLayout {
    NASDAQ("Nasdaq", DateOrder.MDY, "date,close/last,volume,open,high,low"),
    INVESTING("investing.com", null, "date,price,open,high,low,vol,change%"),
    STOOQ("stooq", null, "ticker,per,date,time,open,high,low,close,vol"),
    BARCHART("Barchart", DateOrder.MDY, "time,open,high,low,last,change,%chg,volume"),
    METATRADER("MetaTrader", null, "date,open,high,low,close,tickvol,vol,spread"),
    BINANCE(
            "Binance",
            null,
            "opentime,open,high,low,close,volume,closetime",
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                    + "taker_buy_quote_volume,ignore"),
    POLYGON("Polygon", null, "ticker,volume,open,close,high,low,windowstart"),
    CRYPTO_DATA_DOWNLOAD("CryptoDataDownload", null, "unix,date,symbol,open,high,low,close"),
    NSE("NSE", null, "symbol,series,open,high,low,close"),
    TRADESTATION("TradeStation", DateOrder.MDY, "date,time,open,high,low,close"),
    KRAKEN("Kraken", null, "time,open,high,low,close,volume,trades", "time,open,high,low,close,volume,trades"),
    ALPHA_VANTAGE("Alpha Vantage", null, "timestamp,open,high,low,close,volume"),
    TRADING_VIEW("TradingView", null, "time,open,high,low,close"),
    YAHOO("Yahoo", null, "date,open,high,low,close,adjclose,volume");

    private final String title;
    private final DateOrder order;
    private final List<String> columns;
    private final List<String> header;

    BarLayout(String title, DateOrder order, String columns) {
        this(title, order, columns, null);
    }

    BarLayout(String title, DateOrder order, String columns, String header) {
        this.title = title;
        this.order = order;
        this.columns = List.of(columns.split(","));
        this.header = header == null ? null : List.of(header.split(","));
    }

    /** The layout of a header; empty for one that is none of them. */
    static Optional<BarLayout> of(List<String> names) {
        List<String> plain = names.stream().map(BarField::plain).toList();
        return Arrays.stream(values()).filter(layout -> layout.fits(plain)).findFirst();
    }

    private boolean fits(List<String> plain) {
        // Of the one that has no name of its own the places of the first two count, too.
        return plain.containsAll(columns)
                && (this != TRADESTATION || plain.subList(0, 2).equals(columns.subList(0, 2)));
    }

    /** The columns of a layout whose files have no header, or of a list of names with commas between them. */
    static Optional<List<String>> header(String layoutOrList) {
        Optional<List<String>> known = Arrays.stream(values())
                .filter(layout -> layout.header != null && layout.code().equals(layoutOrList))
                .map(layout -> layout.header)
                .findFirst();
        if (known.isPresent() || !layoutOrList.contains(",")) {
            return known;
        }
        return Optional.of(
                Arrays.stream(layoutOrList.split(",")).map(String::strip).toList());
    }

    /** The layouts that {@link #header} knows, for messages. */
    static String codes() {
        return Arrays.stream(values())
                .filter(layout -> layout.header != null)
                .map(BarLayout::code)
                .collect(Collectors.joining(", "));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    String title() {
        return title;
    }

    /** In which order its files name day and month; empty where they have it both ways, or need none. */
    Optional<DateOrder> order() {
        return Optional.ofNullable(order);
    }
}
