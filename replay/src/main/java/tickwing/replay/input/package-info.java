/** Where rows come from: files, compressed or not, and standard input; and how to tell that a file is still the same. */
package tickwing.replay.input;
