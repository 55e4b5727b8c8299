package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.DeadLetterBook;
import tickwing.common.kafka.DeadLetters;
import tickwing.common.kafka.Topics;
import tickwing.common.kafka.TransactionalPublisher;
import tickwing.replay.input.Unreadable;

/** Lists the dead letters of a topic, and publishes those that come back corrected: whoever sends them twice publishes them once. */
final class Redrive {
    /** Who sends back a long list as it is learns nothing from all of it. */
    private static final long REFUSALS_TO_NAME = 100;

    private static final Logger log = LoggerFactory.getLogger(Redrive.class);

    private final ClientSettings settings;
    private final String program;
    private final String topic;
    private final PrintWriter out;
    private long refused;

    /** @param out takes the list or the summary */
    Redrive(ClientSettings settings, String program, String topic, PrintWriter out) {
        this.settings = settings;
        this.program = program;
        this.topic = topic;
        this.out = out;
    }

    /** Lists the dead letters that wait, as CSV: {@link LetterTable}. Returns an {@link ExitCode}. */
    int list() {
        try (DeadLetterBook book = DeadLetterBook.open(settings, topic)) {
            book.read();
            LetterTable table = new LetterTable(out);
            book.forEachWaiting(table::add);
            table.end();
            log.info("{} dead letters wait on {}.", Numbers.grouped(book.waiting()), DeadLetters.topicOf(topic));
        }
        return ExitCode.DONE;
    }

    /**
     * Publishes the corrected rows.
     *
     * @param corrected a {@link CorrectedTable}; not closed
     * @return an {@link ExitCode}
     * @throws tickwing.common.error.UserError when the table has no such header, or the broker takes no more
     */
    int publish(InputStream corrected, Correction.How how) {
        Accounts accounts;
        try (DeadLetterBook book = DeadLetterBook.open(settings, topic)) {
            CorrectedTable table = CorrectedTable.open(corrected);
            if (table.header().isPresent()) {
                how.open(
                                "corrected rows",
                                table.header().get(),
                                "",
                                how.format().reading().without(ReadingOptions.SEPARATOR))
                        .close();
            }
            int partitions = Topics.ensure(settings, topic);
            try (TransactionalPublisher publisher =
                    TransactionalPublisher.open(settings, topic, partitions, program + ".redrive")) {
                // Only now: whoever else corrects rows is shut out, and what he has done is to be seen.
                book.readBehindTransactions(book.newest());
                accounts = new Correction(book, publisher, how, this::refuse).publish(table);
            }
        } catch (IOException e) {
            throw new Unreadable("The table of corrected rows", e);
        }
        if (refused > REFUSALS_TO_NAME) {
            log.warn("{} more were refused.", Numbers.grouped(refused - REFUSALS_TO_NAME));
        }
        out.println("corrected rows: " + Numbers.grouped(accounts.read()) + " read, "
                + Numbers.grouped(accounts.published()) + " published to " + topic + " and marked done, "
                + Numbers.grouped(accounts.filtered()) + " done before, " + Numbers.grouped(accounts.rejected())
                + " rejected.");
        out.flush();
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private void refuse(String sentence) {
        refused++;
        if (refused <= REFUSALS_TO_NAME) {
            log.warn("{}", sentence);
        }
    }
}
