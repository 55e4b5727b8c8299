package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.MomentText;
import tickwing.replay.date.NotADate;
import tickwing.replay.date.OrderEvidence;

/**
 * Rows of {@code day,key}, with days in an order that has to be settled; records are the days as ISO has them.
 *
 * @param reading what was said
 */
record Ordered(Reading reading) implements RowFormat {
    static final Ordered UNSAID = new Ordered(Reading.DEFAULT);

    private record Day(String text) implements Subject {
        @Override
        public String group() {
            return text;
        }

        @Override
        public long eventMillis() {
            return 0;
        }

        @Override
        public Object[] identity() {
            return new Object[] {text};
        }
    }

    @Override
    public boolean knows(String column) {
        return List.of("day", "key").contains(column);
    }

    @Override
    public RowFormat with(Reading other) {
        return new Ordered(other);
    }

    @Override
    public Settling settling(String name, CsvRows rows) throws IOException {
        rows.header();
        OrderEvidence orders = new OrderEvidence(false);
        return new Settling() {
            @Override
            public void row(CsvRow.Good row) {
                orders.add(row.cells().text(0), row.line());
            }

            @Override
            public Need need() {
                boolean open = reading.get(ReadingOptions.DATE_ORDER).isEmpty() && orders.isNeeded();
                return open && orders.verdict().isEmpty() ? Need.DECISION : Need.NOTHING;
            }

            @Override
            public Settled settle() {
                Optional<DateOrder> order = orders.verdict().map(OrderEvidence.Verdict::order);
                boolean said = reading.get(ReadingOptions.DATE_ORDER).isPresent();
                return new Settled(
                        said || order.isEmpty()
                                ? reading
                                : reading.with(
                                        ReadingOptions.DATE_ORDER, order.get().code()),
                        List.of());
            }
        };
    }

    @Override
    public RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException {
        rows.header();
        return new RowEncoder() {
            @Override
            public Outcome encode(CsvRow.Good row) {
                try {
                    String day = MomentText.parse(row.cells().text(0), ReadingOptions.order(reading))
                            .date()
                            .toString();
                    return new Outcome.Publish(
                            row.cells().text(1).getBytes(UTF_8), ByteSlice.of(day.getBytes(UTF_8)), new Day(day));
                } catch (NotADate e) {
                    return new Outcome.Rejected("no day", e.fault().name());
                }
            }

            @Override
            public String options() {
                return reading.text();
            }
        };
    }
}
