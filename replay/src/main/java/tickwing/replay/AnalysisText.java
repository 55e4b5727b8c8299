package tickwing.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An analysis for people. */
final class AnalysisText {
    private static final int MOST_GROUPS = 12;
    private static final int MOST_COLUMNS = 12;

    private AnalysisText() {}

    static List<String> lines(Analysis a) {
        List<String> lines = new ArrayList<>();
        lines.add(a.name());
        lines.add(field("layout", a.layout()));
        a.facts().stream()
                .filter(fact -> !fact.name().equals("layout"))
                .forEach(fact -> lines.add(field(
                        fact.name().replace('_', ' '),
                        fact.value() + (fact.why().isEmpty() ? "" : " (" + fact.why() + ")"))));
        lines.add(field(
                "rows",
                Numbers.grouped(a.rows()) + " (" + Numbers.grouped(a.rejected()) + " rejected, "
                        + Numbers.grouped(a.filtered()) + " filtered)"));
        lines.add(field("dates", a.groups().isEmpty() ? "none" : date(a.first()) + " to " + date(a.last())));
        lines.add(field(a.groupsName(), groups(a)));
        lines.add(field("duplicates", duplicates(a)));
        lines.add(field("out of order", Numbers.grouped(a.outOfOrder())));
        lines.add(field("missing", missing(a)));
        a.rejections().forEach((kind, rejections) -> {
            lines.add(field("rejected", Numbers.grouped(rejections.count()) + " where " + kind + ":"));
            rejections.first().forEach(example -> lines.add(field("", example)));
        });
        a.remarks().forEach(remark -> lines.add(field("remark", remark)));
        return lines;
    }

    /** The day of an instant. */
    static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String groups(Analysis a) {
        String most = a.groups().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_GROUPS)
                .map(e -> e.getKey() + " " + Numbers.grouped(e.getValue()))
                .collect(Collectors.joining(", "));
        int more = a.groups().size() - MOST_GROUPS;
        return a.groups().size() + (most.isEmpty() ? "" : ": " + most) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String duplicates(Analysis a) {
        return a.duplicates().isPresent()
                ? Numbers.grouped(a.duplicates().getAsLong())
                : "not known (columns that tell one row from another are missing)";
    }

    private static String missing(Analysis a) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < a.columns().size(); i++) {
            if (a.missing(i) > 0) {
                columns.add(i);
            }
        }
        if (columns.isEmpty()) {
            return "nothing";
        }
        columns.sort(Comparator.comparingLong((Integer i) -> -a.missing(i)));
        String most = columns.stream()
                .limit(MOST_COLUMNS)
                .map(i -> a.columns().get(i) + " " + Numbers.grouped(a.missing(i))
                        + String.format(Locale.ROOT, " (%.1f%%)", 100.0 * a.missing(i) / a.readable()))
                .collect(Collectors.joining(", "));
        int more = columns.size() - MOST_COLUMNS;
        return most + (more > 0 ? " and " + more + " more columns" : "");
    }

    private static String field(String name, String value) {
        return String.format(Locale.ROOT, "  %-13s %s", name, value);
    }
}
