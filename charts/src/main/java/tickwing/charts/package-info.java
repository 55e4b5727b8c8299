/** Turns a topic into charts that are refreshed every few seconds, in a window or in files. */
package tickwing.charts;
