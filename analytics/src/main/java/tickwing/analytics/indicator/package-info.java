/** Technical indicators, each a small machine that is fed one bar after the other. */
package tickwing.analytics.indicator;
