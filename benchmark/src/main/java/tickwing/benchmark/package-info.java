/** Measures the suite's programs beside Kafka's own performance tools, in turn, on one broker. */
package tickwing.benchmark;
