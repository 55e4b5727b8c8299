/** Dates and times as files write them, and in which order a file writes day and month. */
package tickwing.replay.date;
