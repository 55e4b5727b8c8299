package tickwing.broker;

/** Who may read and write a broker's topics. */
enum Access {
    /** Every program on this machine. */
    OPEN,
    /** Users with a password, each what it may. */
    SECURE,
    /** Every program on this machine, although the topics were meant for users with a password. */
    OPENED
}
