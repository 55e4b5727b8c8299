/** Failures as sentences. */
package tickwing.common.error;
