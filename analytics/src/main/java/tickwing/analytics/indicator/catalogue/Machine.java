package tickwing.analytics.indicator.catalogue;

import tickwing.analytics.indicator.Candle;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/** What an indicator has to write: a calculation that cannot peek. {@link Peeking} can for it. */
interface Machine {
    void update(Candle finished, double[] values);

    /** All of the state: the same number of values at every bar. */
    void save(DoubleSink to);

    void restore(DoubleSource from);
}
