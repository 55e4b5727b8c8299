/** Kafka as the suite uses it: client settings, topics, dead letters, the poll loop, errors as sentences. */
package tickwing.common.kafka;
