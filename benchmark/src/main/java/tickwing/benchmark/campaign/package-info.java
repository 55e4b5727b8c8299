/** Campaigns: what takes too long for every build. Each is a command of the benchmark, and ends with 0 when all is well. */
package tickwing.benchmark.campaign;
