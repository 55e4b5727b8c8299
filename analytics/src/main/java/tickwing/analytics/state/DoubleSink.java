package tickwing.analytics.state;

/** Takes the numbers of a state one after the other; whole numbers come as doubles, NaN is a number like any other. */
@FunctionalInterface
public interface DoubleSink {
    void put(double value);

    /** Takes all values of an array, from the first to the last. */
    default void put(double[] values) {
        for (double value : values) {
            put(value);
        }
    }

    /** Takes 1 for true and 0 for false. */
    default void put(boolean value) {
        put(value ? 1 : 0);
    }
}
