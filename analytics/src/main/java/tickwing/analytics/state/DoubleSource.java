package tickwing.analytics.state;

/** Gives the numbers of a state back, in the order in which a {@link DoubleSink} took them. */
@FunctionalInterface
public interface DoubleSource {
    double next();

    /** The next number, which was put as a whole one. */
    default int nextInt() {
        return (int) next();
    }

    /** Whether the next number is the one that stands for true. */
    default boolean nextBoolean() {
        return next() != 0;
    }

    /** Fills an array from the first place to the last. */
    default void fill(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = next();
        }
    }
}
