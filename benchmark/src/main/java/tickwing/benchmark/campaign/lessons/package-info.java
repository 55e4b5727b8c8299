/** The lessons of docs/lessons.md, given as they stand there. */
package tickwing.benchmark.campaign.lessons;
