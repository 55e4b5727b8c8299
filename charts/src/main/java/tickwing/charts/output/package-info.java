/** Snapshots as files: PNG, SVG and CSV, each replaced as a whole at every refresh. */
package tickwing.charts.output;
