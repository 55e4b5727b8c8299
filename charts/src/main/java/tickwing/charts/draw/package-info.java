/**
 * Draws views with XChart, on any {@link java.awt.Graphics2D}: of a window, an image, an SVG document. What draws into a
 * window lives on the event dispatch thread; every painter belongs to one thread.
 */
package tickwing.charts.draw;
