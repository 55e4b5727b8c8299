/** CSV as it is found in the wild, row by row; nothing here throws for a bad row. */
package tickwing.replay.csv;
