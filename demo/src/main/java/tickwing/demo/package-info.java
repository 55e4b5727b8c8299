/** Broker, producers and consumers together, each a process of its own. */
package tickwing.demo;
