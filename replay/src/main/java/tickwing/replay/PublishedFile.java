package tickwing.replay;

import java.util.Optional;
import tickwing.common.kafka.Position;

/**
 * How far a file has been published, for those who look at a broker.
 *
 * @param program which has published it
 * @param file what it is called in its position and its dead letters
 * @param folder where it was; empty where that is not known
 * @param copy 1 for the first time that it is published, 2 for the second, ...
 * @param complete whether all rows that it had are taken care of
 * @param read rows that are taken care of, of this copy; the sum of the next three
 * @param published those on the topic
 * @param rejected those among the dead letters
 * @param leftOut those that were not asked for
 */
public record PublishedFile(
        String program,
        String file,
        String folder,
        int copy,
        boolean complete,
        long read,
        long published,
        long rejected,
        long leftOut) {
    /**
     * What a position says.
     *
     * @param group its group, PROGRAM.FILE
     * @return empty when it is none of a file, or a newer version has written it
     */
    public static Optional<PublishedFile> of(String group, Position position) {
        int dot = group.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Bookmark.of(position)
                        .map(bookmark -> of(group.substring(0, dot), group.substring(dot + 1), bookmark));
    }

    private static PublishedFile of(String program, String file, Bookmark bookmark) {
        Accounts accounts = bookmark.accounts();
        return new PublishedFile(
                program,
                file,
                bookmark.folder(),
                bookmark.copy(),
                bookmark.done(),
                accounts.read(),
                accounts.published(),
                accounts.rejected(),
                accounts.filtered());
    }
}
