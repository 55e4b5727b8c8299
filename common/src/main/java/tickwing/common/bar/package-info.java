/** Stock bars: what they are, how they look on the wire, how a set of them becomes a series. */
package tickwing.common.bar;
