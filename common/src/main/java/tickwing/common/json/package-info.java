/** JSON objects as a run of members, read on their bytes where they are plain and by Jackson where they are not. */
package tickwing.common.json;
