/** What programs share: the language on the wire and the shell around it. */
package tickwing.common;
