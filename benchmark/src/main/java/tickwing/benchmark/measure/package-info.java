/** What is measured: a class for each kind of program. */
package tickwing.benchmark.measure;
