package tickwing.analytics.indicator.rolling;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/** The last values of a series themselves. Not safe for use by several threads. */
public final class Window {
    private final double[] values;
    private int place;
    private boolean full;

    /** @param count how many values make a window; 1 or more */
    public Window(int count) {
        values = new double[count];
    }

    /** Takes the next value; returns the one that leaves for it, or NaN while there was room. */
    public double update(double value) {
        double leaving = full ? values[place] : Double.NaN;
        values[place] = value;
        place++;
        if (place == values.length) {
            place = 0;
            full = true;
        }
        return leaving;
    }

    /** Whether there are as many values as the window holds. */
    public boolean isFull() {
        return full;
    }

    /** The mean of a full window. */
    public double mean() {
        double first = values[0];
        double sum = 0;
        for (double value : values) {
            sum += value - first;
        }
        return first + sum / values.length;
    }

    /** The mean distance of a full window's values from a level; 0 or more. */
    public double meanDistanceFrom(double level) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value - level);
        }
        return sum / values.length;
    }

    public void save(DoubleSink to) {
        to.put(full);
        to.put(place);
        to.put(values);
    }

    public void restore(DoubleSource from) {
        full = from.nextBoolean();
        place = from.nextInt();
        from.fill(values);
    }
}
