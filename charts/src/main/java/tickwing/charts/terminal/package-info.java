/** Charts as text, for people who sit at a terminal. No AWT, no XChart. */
package tickwing.charts.terminal;
