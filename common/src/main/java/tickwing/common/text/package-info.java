/** Text from elsewhere on its way to a person: a terminal, a log, a window; or to a machine, as CSV. */
package tickwing.common.text;
