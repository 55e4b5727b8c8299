package tickwing.charts.window;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TopicNews;
import tickwing.common.record.Reason;

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
        if (status.news().isGone()) {
            return "topic " + topic + " is gone since " + time(status.news().goneSince())
                    + "; waiting for it to be made again"
                    + (status.records() == 0 ? "" : " · " + records(status));
        }
        if (status.records() == 0) {
            List<String> parts = new ArrayList<>(List.of("waiting for records on topic " + topic + " at " + broker));
            parts.addAll(news(status.news()));
            return String.join(" · ", parts);
        }
        return topic + " at " + broker + " · " + figures(status, perSecond, rejected(status));
    }

    /**
     * The figures alone, for where there is no room for more.
     *
     * @param perSecond records a second; negative while unknown
     */
    static String figures(ReaderStatus status, double perSecond) {
        return figures(status, perSecond, String.format(Locale.ROOT, "%,d rejected", status.rejected()));
    }

    private static String figures(ReaderStatus status, double perSecond, String rejected) {
        List<String> parts = new ArrayList<>(List.of(records(status)));
        if (perSecond >= 0) {
            parts.add(String.format(Locale.ROOT, "%,.0f/s", perSecond));
        }
        if (status.lag() >= 0) {
            parts.add(String.format(Locale.ROOT, "lag %,d", status.lag()));
        }
        parts.add(rejected);
        parts.addAll(news(status.news()));
        return String.join(" · ", parts);
    }

    private static String rejected(ReaderStatus status) {
        String reasons = reasons(status);
        return String.format(Locale.ROOT, "%,d rejected", status.rejected())
                + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    /** How many records were rejected for each reason, the most frequent first: {@code 2 no date, 1 not JSON}. */
    public static String reasons(ReaderStatus status) {
        Comparator<Map.Entry<Reason, Long>> mostFirst = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return status.reasons().entrySet().stream()
                .sorted(mostFirst.thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Why the chart may show less, or something else, than the topic's name and the lag let one think. */
    private static List<String> news(TopicNews news) {
        List<String> parts = new ArrayList<>();
        if (news.share() != null) {
            parts.add(news.share().partitions() + " of " + news.share().of() + " partitions; other members of group "
                    + news.share().group() + " have the rest");
        }
        if (news.waiting() > 0) {
            parts.add(String.format(Locale.ROOT, "up to %,d wait for a transaction since ", news.waiting())
                    + time(news.waitingSince()));
        }
        if (news.anewSince() != null) {
            parts.add("topic made anew at " + time(news.anewSince()));
        }
        return parts;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** When the chart was refreshed, null for not yet, and when it will be: a time, which need not be rewritten every second. */
    static String refreshing(LocalTime last, LocalTime next) {
        String refreshed = last == null ? "not refreshed yet" : "refreshed " + TIME.format(last);
        return refreshed + " · next at " + TIME.format(next);
    }

    private static String records(ReaderStatus status) {
        return String.format(Locale.ROOT, "%,d record%s", status.records(), status.records() == 1 ? "" : "s");
    }
}
