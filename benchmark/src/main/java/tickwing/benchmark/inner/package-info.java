/** The pieces that a record goes through, each by itself, for JMH. */
package tickwing.benchmark.inner;
