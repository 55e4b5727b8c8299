/** What flights add up to. */
package tickwing.analytics.flights;
