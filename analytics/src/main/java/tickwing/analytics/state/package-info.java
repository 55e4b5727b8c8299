/** How a computation writes its state down and takes it up again: as plain numbers, in an order of its own. */
package tickwing.analytics.state;
