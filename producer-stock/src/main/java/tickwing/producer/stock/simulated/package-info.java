/** Made-up quotes that go on where real bars end. */
package tickwing.producer.stock.simulated;
