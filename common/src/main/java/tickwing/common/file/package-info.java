/** Files that programs write: as a whole or not at all, and never over what is read. */
package tickwing.common.file;
