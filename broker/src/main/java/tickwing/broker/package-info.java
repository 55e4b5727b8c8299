/** Apache Kafka itself, one node, in this process: for machines that have neither a cluster nor Docker. */
package tickwing.broker;
