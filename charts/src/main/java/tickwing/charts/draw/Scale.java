package tickwing.charts.draw;

/**
 * Where values are on a chart that was painted: a rectangle in pixels, and the values at its edges.
 *
 * @param left in pixels, as are top, width and height
 * @param xMin x at the left edge
 * @param yMin y at the bottom edge
 */
public record Scale(
        double left, double top, double width, double height, double xMin, double xMax, double yMin, double yMax) {
    /** The same plot with another x axis. */
    Scale withX(double from, double to) {
        return new Scale(left, top, width, height, from, to, yMin, yMax);
    }

    public double px(double x) {
        return left + (x - xMin) / (xMax - xMin) * width;
    }

    public double py(double y) {
        return top + (yMax - y) / (yMax - yMin) * height;
    }

    /** The x value at a pixel. */
    public double x(double px) {
        return xMin + (px - left) / width * (xMax - xMin);
    }

    public boolean contains(double px, double py) {
        return px >= left && px <= left + width && py >= top && py <= top + height;
    }
}
