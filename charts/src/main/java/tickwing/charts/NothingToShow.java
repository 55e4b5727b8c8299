package tickwing.charts;

import java.util.Locale;
import tickwing.charts.window.StatusText;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.text.Printable;

/** An empty chart that nobody wants: of what is asked for there is nothing, or nothing could be read. */
final class NothingToShow {
    private NothingToShow() {}

    /**
     * Says so, unless the topic is as empty as its chart.
     *
     * @param note what there is to say of what is not there; may be empty
     * @throws UserError with the sentence
     */
    static void refuse(String topic, ReaderStatus status, String note) {
        if (status.records() > 0 && status.rejected() == status.records()) {
            throw new UserError(String.format(
                    Locale.ROOT,
                    "None of the %,d records of topic %s could be read (%s); the last one was %s.",
                    status.records(),
                    topic,
                    StatusText.reasons(status),
                    status.lastRejection()));
        }
        if (!note.isEmpty()) {
            throw new UserError(
                    Printable.of("Topic " + topic + " has nothing to show: " + note.replace(" · ", "; ") + "."));
        }
    }
}
