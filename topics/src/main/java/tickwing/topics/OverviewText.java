package tickwing.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tickwing.common.kafka.ClusterSurvey.Settings;
import tickwing.replay.PublishedFile;
import tickwing.topics.Overview.FileRow;
import tickwing.topics.Overview.GroupRow;
import tickwing.topics.Overview.TopicRow;
import tickwing.topics.TextTable.Column;

/** An overview for people: a table each of topics, groups and files, those of the last two that there are. */
final class OverviewText {
    private static final String UNKNOWN = "-";
    /** Which column that is, behind the offsets. */
    private static final int RECORDS = 4;

    private OverviewText() {}

    static List<String> lines(Overview overview) {
        if (overview.topics().isEmpty()
                && overview.groups().isEmpty()
                && overview.files().isEmpty()) {
            return List.of("There are no topics.");
        }
        List<String> lines = new ArrayList<>(topics(overview.topics()).lines());
        for (TextTable table : List.of(groups(overview.groups()), files(overview.files()))) {
            if (!table.isEmpty()) {
                lines.add("");
                lines.addAll(table.lines());
            }
        }
        return lines;
    }

    /** Records have a column where they were counted. */
    private static TextTable topics(List<TopicRow> rows) {
        boolean counted = rows.stream().anyMatch(row -> row.records().isPresent());
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("TOPIC"),
                Column.number("PARTITIONS"),
                Column.number("REPLICAS"),
                Column.number("OFFSETS"),
                Column.text("RETENTION"),
                Column.text("CLEANUP")));
        if (counted) {
            columns.add(RECORDS, Column.number("RECORDS"));
        }
        TextTable table = new TextTable(columns);
        for (TopicRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.topic(),
                    Integer.toString(row.partitions()),
                    Integer.toString(row.replicas()),
                    number(row.offsets()),
                    row.settings().map(Retention::text).orElse(UNKNOWN),
                    row.settings().map(Settings::cleanup).orElse(UNKNOWN)));
            if (counted) {
                cells.add(RECORDS, number(row.records()));
            }
            table.add(cells);
        }
        return table;
    }

    private static TextTable groups(List<GroupRow> rows) {
        TextTable table = new TextTable(List.of(
                Column.text("GROUP"),
                Column.text("TOPIC"),
                Column.text("STATE"),
                Column.number("MEMBERS"),
                Column.number("LAG")));
        for (GroupRow row : rows) {
            table.add(List.of(
                    row.group(),
                    row.topic().isEmpty() ? UNKNOWN : row.topic(),
                    row.state(),
                    Integer.toString(row.members()),
                    number(row.lag())));
        }
        return table;
    }

    private static TextTable files(List<FileRow> rows) {
        TextTable table = new TextTable(List.of(
                Column.text("FILE"),
                Column.text("TOPIC"),
                Column.text("PROGRAM"),
                Column.number("COPY"),
                Column.number("ROWS"),
                Column.number("PUBLISHED"),
                Column.number("REJECTED"),
                Column.number("LEFT OUT"),
                Column.text("STATE")));
        for (FileRow row : rows) {
            PublishedFile file = row.file();
            table.add(List.of(
                    file.file(),
                    row.topic(),
                    file.program(),
                    Integer.toString(file.copy()),
                    Long.toString(file.read()),
                    Long.toString(file.published()),
                    Long.toString(file.rejected()),
                    Long.toString(file.leftOut()),
                    file.complete() ? "complete" : "begun"));
        }
        return table;
    }

    private static String number(OptionalLong number) {
        return number.isEmpty() ? UNKNOWN : Long.toString(number.getAsLong());
    }
}
