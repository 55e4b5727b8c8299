package tickwing.analytics.indicator;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * An indicator at work on one series: it is fed the bars from the oldest to the newest. Values come in the order of the
 * indicator's outputs, as many as there are; NaN stands for a value that there is not: while warming up, and where the
 * volume is unknown for the whole window. An update makes no objects. Not safe for use by several threads.
 */
public interface Calculation {
    /**
     * Takes the next finished bar.
     *
     * @param values receives the values at this bar; at least as long as there are outputs
     */
    void update(Candle finished, double[] values);

    /**
     * What {@link #update} would give if the forming bar were finished as it is; leaves no trace, so that the same bar can
     * be peeked at again and again, and be finished later.
     *
     * @param values receives the values at this bar; at least as long as there are outputs
     */
    void peek(Candle forming, double[] values);

    /** Writes all of the state down: always the same number of values for the same arguments. */
    void save(DoubleSink to);

    /** Takes up what a calculation of the same study has saved, and goes on as that one would, to the last bit. */
    void restore(DoubleSource from);
}
