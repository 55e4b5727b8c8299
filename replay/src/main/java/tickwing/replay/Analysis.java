package tickwing.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import tickwing.common.text.Cells;
import tickwing.replay.csv.CsvRow;

/**
 * What the rows of an input are like: what an analyst wants to know before trusting it. Takes 8 bytes of memory a row, to
 * find repetitions.
 */
final class Analysis {
    /** How many rejected rows of a kind are named. */
    static final int EXAMPLES = 3;

    /** Duplicates are odd where they are more than this part of the rows. */
    private static final long ODD_PART = 10;

    /** Rejected rows of one kind: how many, and the first ones. */
    static final class Rejections {
        private long count;
        private final List<String> first = new ArrayList<>();

        long count() {
            return count;
        }

        List<String> first() {
            return first;
        }
    }

    private final String name;
    private final String layout;
    private final List<Fact> facts;
    private final String groupsName;
    private final List<String> columns;
    private final long[] missing;
    private final boolean knowsIdentity;
    private final Map<String, Long> groups = new TreeMap<>();
    private final Map<String, Rejections> rejections = new LinkedHashMap<>();
    private final Repetitions repetitions = new Repetitions();
    private long rows;
    private long readable;
    private long filtered;
    private long outOfOrder;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Analysis(String name, OpenInput source) {
        this.name = name;
        this.layout = source.encoder().layout();
        this.facts = source.look().facts();
        this.groupsName = source.encoder().groups();
        this.knowsIdentity = source.encoder().knowsIdentity();
        this.columns = source.rows().columns();
        this.missing = new long[columns.size()];
    }

    void row(CsvRow row, Outcome outcome) {
        rows++;
        if (row instanceof CsvRow.Good good) {
            readable++;
            for (int i = 0; i < missing.length && i < good.cells().count(); i++) {
                missing[i] += isMissing(good.cells(), i) ? 1 : 0;
            }
        }
        if (outcome instanceof Outcome.Publish publish) {
            subject(publish.subject());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            Rejections kind = rejections.computeIfAbsent(rejected.kind(), k -> new Rejections());
            kind.count++;
            if (kind.first.size() < EXAMPLES) {
                kind.first.add(name + ":" + row.line() + ": " + rejected.detail());
            }
        } else {
            filtered++;
        }
    }

    /** An analyst misses what is blank, too. */
    private static boolean isMissing(Cells cells, int cell) {
        return cells.isMissing(cell) || cells.text(cell).isBlank();
    }

    private void subject(Subject subject) {
        groups.merge(subject.group(), 1L, Long::sum);
        if (knowsIdentity) {
            repetitions.add(subject.identity());
        }
        long event = subject.eventMillis();
        outOfOrder += event < last ? 1 : 0;
        first = Math.min(first, event);
        last = Math.max(last, event);
    }

    String name() {
        return name;
    }

    String layout() {
        return layout;
    }

    /** What was settled before the first row was read. */
    List<Fact> facts() {
        return facts;
    }

    String groupsName() {
        return groupsName;
    }

    List<String> columns() {
        return columns;
    }

    long missing(int column) {
        return missing[column];
    }

    Map<String, Long> groups() {
        return groups;
    }

    Map<String, Rejections> rejections() {
        return rejections;
    }

    long rows() {
        return rows;
    }

    /** Rows that have as many cells as there are columns. */
    long readable() {
        return readable;
    }

    long filtered() {
        return filtered;
    }

    long rejected() {
        return rejections.values().stream().mapToLong(Rejections::count).sum();
    }

    /** Rows whose event is earlier than one before them. */
    long outOfOrder() {
        return outOfOrder;
    }

    /** Rows about a flight or bar that an earlier row is about; empty when the columns do not tell them apart. */
    OptionalLong duplicates() {
        return knowsIdentity ? OptionalLong.of(repetitions.count()) : OptionalLong.empty();
    }

    /** What is odd about the rows, in whole phrases. */
    List<String> remarks() {
        long good = groups.values().stream().mapToLong(Long::longValue).sum();
        long repeated = duplicates().orElse(0);
        return repeated * ODD_PART <= good
                ? List.of()
                : List.of(Numbers.grouped(repeated) + " of " + Numbers.grouped(good)
                        + " rows are duplicates, which mostly means that the file is misread (its dates, its columns) or holds"
                        + " the same rows twice");
    }

    /** Time of the first event, in milliseconds since 1970 UTC; {@link Long#MAX_VALUE} when there is none. */
    long first() {
        return first;
    }

    /** Time of the last event, likewise. */
    long last() {
        return last;
    }
}
