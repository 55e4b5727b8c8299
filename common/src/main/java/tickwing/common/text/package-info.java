/** Text from elsewhere on its way to a person: a terminal, a log, a window; and cells of CSV, read and written. */
package tickwing.common.text;
