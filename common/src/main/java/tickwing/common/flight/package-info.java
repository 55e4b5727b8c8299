/** Airline flights: the known column layouts, and how a row looks on the wire. */
package tickwing.common.flight;
