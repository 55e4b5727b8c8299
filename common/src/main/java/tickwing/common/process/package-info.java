/** Programs of the suite that run others as processes of their own. */
package tickwing.common.process;
