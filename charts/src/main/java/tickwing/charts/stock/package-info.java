/** Stock charts: bars by symbol, and an indicator that is computed from them. */
package tickwing.charts.stock;
