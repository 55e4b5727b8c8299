/** The command line that every program shares: standard options, exit codes, one-sentence errors, Ctrl-C. */
package tickwing.common.cli;
