package tickwing.charts.window;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tickwing.common.kafka.ReaderStatus;

/** The words of a status line. */
public final class StatusText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private StatusText() {}

    /**
     * What is read and how it goes.
     *
     * @param perSecond records a second; negative while unknown
     * @param now local time
     */
    public static String reading(String topic, String broker, ReaderStatus status, double perSecond, LocalTime now) {
        if (status.brokerIsGone()) {
            return "no answer from " + broker + " since " + TIME.format(now.minus(status.silence())) + "; trying again"
                    + (status.records() == 0 ? "" : " · " + records(status));
        }
        if (status.records() == 0) {
            return "waiting for records on topic " + topic + " at " + broker;
        }
        return topic + " at " + broker + " · " + figures(status, perSecond);
    }

    /**
     * The figures alone, for where there is no room for more.
     *
     * @param perSecond records a second; negative while unknown
     */
    static String figures(ReaderStatus status, double perSecond) {
        List<String> parts = new ArrayList<>(List.of(records(status)));
        if (perSecond >= 0) {
            parts.add(String.format(Locale.ROOT, "%,.0f/s", perSecond));
        }
        if (status.lag() >= 0) {
            parts.add(String.format(Locale.ROOT, "lag %,d", status.lag()));
        }
        parts.add(String.format(Locale.ROOT, "%,d rejected", status.rejected()));
        return String.join(" · ", parts);
    }

    /** When the chart was refreshed, and when it will be. */
    public static String refreshing(LocalTime last, Duration untilNext) {
        String refreshed = last == null ? "not refreshed yet" : "refreshed " + TIME.format(last);
        return refreshed + " · next in " + Math.max(0, (untilNext.toMillis() + 999) / 1000) + " s";
    }

    private static String records(ReaderStatus status) {
        return String.format(Locale.ROOT, "%,d record%s", status.records(), status.records() == 1 ? "" : "s");
    }
}
