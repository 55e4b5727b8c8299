/** What indicators are made of: sums, means and extremes of the last values of a series, each fed one value at a time. */
package tickwing.analytics.indicator.rolling;
