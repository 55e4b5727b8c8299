/** Pure computation on numbers and dates. */
package tickwing.analytics;
