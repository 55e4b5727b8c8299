/** Flights as charts and as a table. */
package tickwing.charts.flight;
