package tickwing.producer.stock.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tickwing.common.error.UsageError;

/** Addresses of services, from options and symbols. */
public final class SafeUri {
    private SafeUri() {}

    /** @throws UsageError when the option's value is no absolute address of one of the schemes */
    public static void check(String option, URI uri, String... schemes) {
        if (uri.getScheme() == null
                || uri.getHost() == null
                || !List.of(schemes).contains(uri.getScheme())) {
            throw new UsageError(option + " " + uri + " is no address of a service; expected e.g. " + schemes[0]
                    + "://host.example.");
        }
    }

    /** The address without a slash at its end, to append a path to. */
    public static String base(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** A symbol as a part of a path or query: whatever is in it, it stays one part. */
    public static String encode(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
