/** How what is on a board comes to be seen: as charts, as a table, and in words. */
package tickwing.charts.show;
