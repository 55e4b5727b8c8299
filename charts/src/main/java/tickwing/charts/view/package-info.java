/** What is to be seen, as immutable data: no pixel, no colour, no Swing. */
package tickwing.charts.view;
