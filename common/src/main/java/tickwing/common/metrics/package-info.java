/** How a program is doing, for Prometheus. */
package tickwing.common.metrics;
