package tickwing.producer.stock.live;

import java.time.LocalDate;
import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.SourceException;

/** Where finished bars of the past come from. */
public interface HistorySource {
    /** Of a service that has none. */
    HistorySource NONE = new HistorySource() {
        @Override
        public List<Bar> bars(String symbol, LocalDate from, LocalDate to, Interval interval) {
            return List.of();
        }

        @Override
        public int daysPerCall(Interval interval) {
            return 366;
        }
    };

    /**
     * The finished bars of a symbol, in order of time; none where the service has none. A bar that can still change is
     * left out.
     *
     * @param from the first day, by the exchange's date
     * @param to the last day
     * @throws SourceException when the service does not answer, or does not know the symbol
     */
    List<Bar> bars(String symbol, LocalDate from, LocalDate to, Interval interval) throws SourceException;

    /** How many days to ask for in one call; 1 or more. */
    int daysPerCall(Interval interval);
}
