package tickwing.common.bar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tickwing.common.bar.BarFields.Name;

/**
 * What a member's name means in records of other producers, who write {@code close}, {@code adj_close}, {@code Ticker},
 * {@code timestamp} or {@code c}.
 *
 * @param means the field
 * @param rank how sure that is
 */
record OtherName(Name means, Rank rank) {
    /** Of two ranks that a record has, the first is believed. */
    enum Rank {
        /** A word that means this and nothing else. */
        SURE,
        /** A word that often means something else: a name, a row's number, when something was sent. */
        UNSURE,
        /** A letter. */
        LETTER,
        /** A capital letter. Binance has others' volume in {@code V} and a trade's number in {@code L}. */
        CAPITAL
    }

    private static final Map<String, OtherName> LETTERS = new HashMap<>();
    /** By name without case, blanks, {@code _} and {@code -}. */
    private static final Map<String, OtherName> WORDS = new HashMap<>();

    static {
        letters(Rank.LETTER, "o", "h", "l", "c", "v");
        letters(Rank.CAPITAL, "O", "H", "L", "C", "V");
        LETTERS.put("t", new OtherName(Name.DATE, Rank.LETTER));
        LETTERS.put("i", new OtherName(Name.INTERVAL, Rank.LETTER));
        LETTERS.put("s", new OtherName(Name.SYMBOL, Rank.LETTER));
        LETTERS.put("S", new OtherName(Name.SYMBOL, Rank.LETTER));
        words(Name.SYMBOL, Rank.SURE, "symbol", "ticker", "stock", "sym", "stocksymbol", "tickersymbol");
        words(Name.SYMBOL, Rank.UNSURE, "name", "index", "label");
        words(Name.DATE, Rank.SURE, "date", "datetime");
        words(Name.DATE, Rank.UNSURE, "timestamp", "time", "ts");
        words(Name.OPEN, Rank.SURE, "open", "openprice");
        words(Name.HIGH, Rank.SURE, "high", "highprice");
        words(Name.LOW, Rank.SURE, "low", "lowprice");
        words(Name.CLOSE, Rank.SURE, "close", "closeprice");
        words(Name.ADJ_CLOSE, Rank.SURE, "adjclose", "adjustedclose");
        words(Name.VOLUME, Rank.SURE, "volume", "vol");
        words(Name.INTERVAL, Rank.SURE, "interval");
        words(Name.INTERVAL, Rank.UNSURE, "timeframe", "resolution");
        words(Name.QUOTED, Rank.SURE, "quoted");
        words(Name.SIMULATED, Rank.SURE, "simulated");
        words(Name.CURRENCY, Rank.SURE, "currency");
        words(Name.SOURCE, Rank.SURE, "source");
    }

    private static void letters(Rank rank, String... letters) {
        Name[] names = {Name.OPEN, Name.HIGH, Name.LOW, Name.CLOSE, Name.VOLUME};
        for (int i = 0; i < names.length; i++) {
            LETTERS.put(letters[i], new OtherName(names[i], rank));
        }
    }

    private static void words(Name means, Rank rank, String... words) {
        for (String word : words) {
            WORDS.put(word, new OtherName(means, rank));
        }
    }

    /** Null for a name that means nothing to a bar. */
    static OtherName of(String text) {
        Name own = Name.own(text);
        if (own != null) {
            return new OtherName(own, Rank.SURE);
        }
        OtherName letter = LETTERS.get(text);
        return letter == null ? WORDS.get(text.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT)) : letter;
    }
}
