package tickwing.common.bar;

/**
 * What a record says of where its prices come from. A text that is blank or longer than 64 characters says nothing.
 *
 * @param currency of the prices and as the source writes it: {@code USD}, {@code GBp} for pence, {@code USDT}; null where the
 *     record does not say
 * @param source the service: {@code yahoo}, {@code binance}; null where the record does not say
 */
public record Origin(String currency, String source) {
    /** Of records that say nothing, as most do. */
    public static final Origin UNKNOWN = new Origin(null, null);

    private static final int LONGEST = 64;

    public Origin {
        currency = known(currency);
        source = known(source);
    }

    /** Whether the record says anything. */
    public boolean isKnown() {
        return currency != null || source != null;
    }

    private static String known(String text) {
        return text == null || text.isBlank() || text.length() > LONGEST ? null : text;
    }
}
