package tickwing.common.kafka;

/** The dead letters of a topic: which wait to be corrected, and which are done. Kept by one thread. */
public interface WaitingLetters {
    /** Where a dead letter's row stood: the name that its file goes by, and the line; 1 is the first. */
    record Address(String file, long line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    boolean isWaiting(Address address);

    /** Whether the row was corrected and published before, and has not become a dead letter once more. */
    boolean isDone(Address address);

    /** How a row that waits is to be read again. */
    LetterLayout layout(Address address);

    /** Whether a row that waits is UTF-8, so that its listed text is all of it. */
    boolean isText(Address address);

    /** What of the topic this goes for. */
    TopicEnds ends();

    /** Says that a row has just been published. */
    void done(Address address);
}
