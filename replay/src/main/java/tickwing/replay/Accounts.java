package tickwing.replay;

/**
 * What became of the rows of an input.
 *
 * @param read all of them
 * @param published those on the topic
 * @param rejected those among the dead letters
 * @param filtered those that the user's options leave out
 */
record Accounts(long read, long published, long rejected, long filtered) {
    static final Accounts NONE = new Accounts(0, 0, 0, 0);

    Accounts plus(Accounts other) {
        return new Accounts(
                read + other.read, published + other.published, rejected + other.rejected, filtered + other.filtered);
    }

    Accounts minus(Accounts earlier) {
        return new Accounts(
                read - earlier.read,
                published - earlier.published,
                rejected - earlier.rejected,
                filtered - earlier.filtered);
    }
}
