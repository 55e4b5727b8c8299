/**
 * Technical indicators: what one is ({@link tickwing.analytics.indicator.Indicator}), what it is asked for with, and how it
 * is fed, one bar after the other. The list of them is the {@code catalogue}'s.
 */
package tickwing.analytics.indicator;
