package tickwing.producer.stock.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column of a bar file holds, and the names that it goes by, the likeliest first; see {@link #plain}. */
enum BarField {
    DATE(
            "date",
            "datetime",
            "timestamp",
            "tradedate",
            "tradingday",
            "observationdate",
            "day",
            "time",
            "opentime",
            "windowstart",
            "gmttime",
            "localtime",
            "begintime",
            "starttime",
            "unix",
            "unixtime",
            "unixtimestamp",
            "epoch",
            "t"),
    /** The time of day, where the date stands in a cell of its own. */
    TIME("time", "timeofday"),
    SYMBOL("symbol", "ticker", "label", "stock", "name", "index"),
    OPEN("open", "openprice", "o"),
    HIGH("high", "highprice", "h"),
    LOW("low", "lowprice", "l"),
    CLOSE("close", "closeprice", "close/last", "last", "latest", "price", "c"),
    ADJ_CLOSE("adjclose", "adjustedclose", "adjusted", "adjcloseprice"),
    VOLUME("volume", "vol", "tottrdqty", "totaltradedquantity", "tradedquantity", "tickvol", "tickvolume", "v");

    private static final Set<String> ALL_NAMES =
            Arrays.stream(values()).flatMap(field -> field.names.stream()).collect(Collectors.toSet());

    private final List<String> names;

    BarField(String... names) {
        this.names = List.of(names);
    }

    /** Whether a column may hold any of them. */
    static boolean isKnown(String column) {
        return ALL_NAMES.contains(plain(column));
    }

    /** Whether a column may hold it. */
    boolean isCalled(String column) {
        return names.contains(plain(column));
    }

    /** Which column holds it; -1 for none. Of several the one with the likeliest name. */
    int in(List<String> header) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (plain(header.get(i)).equals(name)) {
                    return i;
                }
            }
        }
        return this == VOLUME ? volumeIn(header) : -1;
    }

    /** {@code Volume BTC}, {@code Volume USD}: the first is that of what is traded. */
    private static int volumeIn(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().toLowerCase(Locale.ROOT).startsWith("volume ")) {
                return i;
            }
        }
        return -1;
    }

    /** A name without regard to case, blanks, and the signs that files put around names: {@code <CLOSE>}, {@code Adj_Close**}. */
    static String plain(String column) {
        StringBuilder plain = new StringBuilder();
        String lower = column.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '/' || c == '%') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
