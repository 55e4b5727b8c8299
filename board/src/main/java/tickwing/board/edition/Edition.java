package tickwing.board.edition;

import java.util.Objects;
import tickwing.common.kafka.ReaderStatus;

/**
 * All that a board holds at one moment; never changes.
 *
 * @param version 0 for the empty board it begins with, then higher and higher
 * @param status how reading went when the edition was made
 * @param content what there is
 */
public record Edition<E>(long version, ReaderStatus status, E content) {
    public Edition {
        Objects.requireNonNull(status);
        Objects.requireNonNull(content);
    }
}
