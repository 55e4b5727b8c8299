package tickwing.common.kafka;

import java.time.Instant;

/**
 * What there is to say of a topic beside its records; immutable.
 *
 * @param goneSince when the topic was first seen to be deleted; null while it is there
 * @param anewSince when it was seen to have been made anew, and reading began again; null when it has not been
 * @param waiting records that wait for another program's transaction to end, at most: aborted ones and the marks that end
 *     transactions count, too; 0 when none wait for more than 10 s
 * @param waitingSince since when; null when none wait
 * @param share what part of the topic this reader has; null for all of it
 */
public record TopicNews(Instant goneSince, Instant anewSince, long waiting, Instant waitingSince, Share share) {
    /** Nothing to say. */
    public static final TopicNews NONE = new TopicNews(null, null, 0, null, null);

    /**
     * A part of a topic, the rest of which belongs to other members of the consumer group.
     *
     * @param partitions how many this reader has; 0 or more
     * @param of how many the topic has
     * @param group the group's name
     */
    public record Share(int partitions, int of, String group) {}

    /** Whether the topic has been deleted. */
    public boolean isGone() {
        return goneSince != null;
    }
}
