package tickwing.replay;

/** Counts rows. At every commit each row read is published, rejected or filtered: never none of these, never two. */
final class Tally {
    private long read;
    private long published;
    private long rejected;
    private long filtered;

    Tally() {}

    Tally(long published, long rejected, long filtered) {
        this.read = published + rejected + filtered;
        this.published = published;
        this.rejected = rejected;
        this.filtered = filtered;
    }

    void read() {
        read++;
    }

    void published() {
        published++;
    }

    void rejected() {
        rejected++;
    }

    void filtered() {
        filtered++;
    }

    /** @throws IllegalStateException when a row has got lost or was counted twice: a bug, and no reason to go on */
    Accounts balance() {
        if (read != published + rejected + filtered) {
            throw new IllegalStateException("read " + read + " rows, but published " + published + ", rejected "
                    + rejected + " and filtered " + filtered);
        }
        return new Accounts(read, published, rejected, filtered);
    }
}
