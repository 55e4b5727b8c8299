package tickwing.common.cli;

import tickwing.common.process.Installation;

/** What the user types to start a program of the suite, for sentences that say what to do next. */
final class Typed {
    private Typed() {}

    /**
     * The launcher as it was called, and what follows; where there was none, the one of a checkout.
     *
     * @param words a program, and perhaps its options
     */
    static String words(String words) {
        return System.getProperty(Installation.LAUNCHER, "./tickwing") + " " + words;
    }
}
