package tickwing.benchmark.measure;

/**
 * Lets programs take turns, in another order each round: what a program leaves behind, such as pages that the disk has yet
 * to write, slows down the next one, and that should not always be the same one.
 *
 * <p>The orders are those of E. J. Williams, "Experimental designs balanced for the estimation of residual effects of
 * treatments" (1949): after as many rounds as there are programs, an even number of them, each has run in each place and
 * behind each other one once.
 */
final class Turns {
    /** Runs a program once, and keeps what it has measured. */
    @FunctionalInterface
    interface Turn {
        void run() throws InterruptedException;
    }

    private Turns() {}

    /** @param round 1 is the first, which begins with the first turn */
    static void take(int round, Turn... turns) throws InterruptedException {
        for (int place = 0; place < turns.length; place++) {
            turns[turn(round, place, turns.length)].run();
        }
    }

    /** Which one has its turn: 0, 1, n - 1, 2, n - 2, ... in the first round, each one further in the next. */
    private static int turn(int round, int place, int turns) {
        int first = place % 2 == 1 ? (place + 1) / 2 : turns - place / 2;
        return (first + round - 1) % turns;
    }
}
