package tickwing.benchmark.measure;

import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;

/** Measures one thing beside another. */
public interface Section {
    /** What {@code --only} calls it. */
    String name();

    /** Measures once; what is compared runs in turn, so that a busy moment of the machine hits both. */
    void round(Lab lab, Results results, int round) throws InterruptedException;

    /** Compares, after the last round. */
    void compare(Results results);

    /** How often to measure, of so many rounds that the user wants. */
    default int rounds(int wanted) {
        return wanted;
    }
}
