package tickwing.charts.terminal;

/**
 * A grid of dots, eight to a character: two across and four down, as Braille letters have them (Unicode 2800 to 28FF). A
 * character has one colour, that of the last dot.
 */
final class Canvas {
    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    /** Which bit of a Braille letter is which dot: column by column, the lowest row apart. */
    private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private final int columns;
    private final int rows;
    private final int[] dots;
    private final int[] colours;

    Canvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        dots = new int[columns * rows];
        colours = new int[columns * rows];
    }

    int width() {
        return columns * ACROSS;
    }

    int height() {
        return rows * DOWN;
    }

    /** Sets a dot; those outside are left out. */
    void dot(int x, int y, int colour) {
        if (x >= 0 && y >= 0 && x < width() && y < height()) {
            int cell = y / DOWN * columns + x / ACROSS;
            dots[cell] |= BITS[x % ACROSS][y % DOWN];
            colours[cell] = colour;
        }
    }

    /** A straight line, both ends included. */
    void line(int x0, int y0, int x1, int y1, int colour) {
        int steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            dot((int) Math.round(x0 + share * (x1 - x0)), (int) Math.round(y0 + share * (y1 - y0)), colour);
        }
    }

    /** One row of characters. */
    String row(int row, Ink ink) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < columns; c++) {
            int cell = row * columns + c;
            text.append(dots[cell] == 0 ? " " : ink.of(colours[cell], String.valueOf((char) (0x2800 + dots[cell]))));
        }
        return text.toString();
    }
}
