package tickwing.charts.terminal;

/** Colours of a terminal. */
enum Ink {
    /** None: for files and pipes. */
    PLAIN,
    /** The 256 colours of ANSI terminals, the nearest to those of the windows. */
    ANSI;

    private static final int[] SERIES = {32, 208, 36, 175, 178, 117, 99, 250};
    private static final int FAINT = 245;

    String of(int series, String text) {
        return code(SERIES[Math.floorMod(series, SERIES.length)], text);
    }

    String faint(String text) {
        return code(FAINT, text);
    }

    private String code(int colour, String text) {
        return this == PLAIN ? text : "\033[38;5;" + colour + "m" + text + "\033[0m";
    }
}
