package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Peeks by going one bar ahead and back to what was saved: the values are those of an update because they are an update's,
 * and updates, of which there are far more, pay nothing for it. What was saved serves all peeks at the same bar.
 */
final class Peeking implements Calculation {
    private final Machine machine;
    private final Tape tape = new Tape();
    private boolean taped;

    Peeking(Machine machine) {
        this.machine = machine;
    }

    @Override
    public void update(Candle finished, double[] values) {
        taped = false;
        machine.update(finished, values);
    }

    @Override
    public void peek(Candle forming, double[] values) {
        if (!taped) {
            tape.rewind();
            machine.save(tape);
            taped = true;
        }
        try {
            machine.update(forming, values);
        } finally {
            tape.rewind();
            machine.restore(tape);
        }
    }

    @Override
    public void save(DoubleSink to) {
        machine.save(to);
    }

    @Override
    public void restore(DoubleSource from) {
        taped = false;
        machine.restore(from);
    }

    /** As long as the longest state so far. */
    private static final class Tape implements DoubleSink, DoubleSource {
        private double[] values = new double[16];
        private int place;

        void rewind() {
            place = 0;
        }

        @Override
        public void put(double value) {
            if (place == values.length) {
                values = Arrays.copyOf(values, 2 * place);
            }
            values[place++] = value;
        }

        @Override
        public double next() {
            return values[place++];
        }
    }
}
