/** What somebody who means ill sends to the programs, and what they must make of it. */
package tickwing.benchmark.campaign.hostile;
