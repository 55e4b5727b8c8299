/** Calls to a service on the internet that fails now and then: one thread's agenda, pauses, gaps, HTTP, web sockets. */
package tickwing.producer.stock.link;
