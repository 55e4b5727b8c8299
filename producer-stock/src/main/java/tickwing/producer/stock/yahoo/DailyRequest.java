package tickwing.producer.stock.yahoo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import tickwing.producer.stock.link.SourceException;
import yahoofinance.histquotes.HistoricalQuote;
import yahoofinance.histquotes2.QueryInterval;
import yahoofinance.query2v8.HistQuotesQuery2V8Request;

/**
 * Daily history as YahooFinanceAPI reads it, over a connection of our own: the library's has no limits, no user agent and
 * a fixed address.
 */
final class DailyRequest extends HistQuotesQuery2V8Request {
    /** Fetches a body. */
    @FunctionalInterface
    interface Fetch {
        byte[] get(URI uri) throws SourceException;
    }

    private final URI uri;
    private final Fetch fetch;
    private byte[] body;

    /**
     * @param uri the whole address, period included
     * @param from the beginning of that period
     * @param to its end
     */
    DailyRequest(String symbol, URI uri, Instant from, Instant to, Fetch fetch) {
        // The library truncates the calendars that it is given, and its defaults are shared: these are made for it
        // alone.
        super(symbol, calendar(from), calendar(to), QueryInterval.DAILY);
        this.uri = uri;
        this.fetch = fetch;
    }

    @Override
    public String getJson() throws IOException {
        if (body == null) {
            body = fetch.get(uri);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The quotes; none when the answer lacks what the library cannot do without. */
    List<HistoricalQuote> quotes() throws IOException {
        try {
            return getResult();
        } catch (NullPointerException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Calendar calendar(Instant instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }
}
