/** The indicators there are, each in a file of its own, and how one is asked for by its name. */
package tickwing.analytics.indicator.catalogue;
