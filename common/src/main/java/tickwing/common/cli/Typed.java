package tickwing.common.cli;

/** What the user types to start a program of the suite, for sentences that say what to do next. */
final class Typed {
    /** Set by the launcher to how it was called itself: {@code bin/tickwing}, {@code tickwing}. */
    private static final String LAUNCHER = "tickwing.command";

    private Typed() {}

    /**
     * The launcher as it was called, and what follows; where there was none, the one of a checkout.
     *
     * @param words a program, and perhaps its options
     */
    static String words(String words) {
        return System.getProperty(LAUNCHER, "./tickwing") + " " + words;
    }
}
