/** When the next row is due: as fast as it goes, at a rate, or as its event time says. */
package tickwing.replay.pace;
