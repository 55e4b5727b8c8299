/** Puts the rows of files on a topic: paced, accounted for, and exactly once across crashes. */
package tickwing.replay;
