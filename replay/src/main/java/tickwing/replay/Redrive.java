package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.Cells;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.DeadLetterBook;
import tickwing.common.kafka.DeadLetterBook.Address;
import tickwing.common.kafka.DeadLetterBook.Letter;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.Topics;
import tickwing.common.kafka.TransactionalPublisher;
import tickwing.common.text.CsvCell;
import tickwing.common.text.Printable;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Publishes dead letters that were corrected, and marks them done, in one transaction: whoever does it twice publishes
 * them once. They come as CSV: {@code file} and {@code line}, as the dead letter has them, then the columns of the file.
 */
public final class Redrive {
    private static final Logger log = LoggerFactory.getLogger(Redrive.class);
    private static final List<String> ADDRESS = List.of("file", "line");

    private final ClientSettings settings;
    private final String program;
    private final String topic;
    private final PrintWriter out;

    /** @param out takes the list or the summary */
    public Redrive(ClientSettings settings, String program, String topic, PrintWriter out) {
        this.settings = settings;
        this.program = program;
        this.topic = topic;
        this.out = out;
    }

    /** Lists the dead letters that wait, as CSV: {@code file,line,error,raw}. Returns an {@link ExitCode}. */
    public int list() {
        out.append("file,line,error,raw\n");
        DeadLetterBook.read(settings, topic).open().stream()
                .sorted(Comparator.comparing((Letter l) -> l.address().file())
                        .thenComparing(l -> l.address().line()))
                .takeWhile(l -> !out.checkError())
                .forEach(l -> out.append(String.join(
                        ",",
                        CsvCell.quoted(l.address().file()),
                        Long.toString(l.address().line()),
                        CsvCell.quoted(l.error()),
                        CsvCell.quoted(l.raw()) + "\n")));
        out.flush();
        return ExitCode.DONE;
    }

    /**
     * Publishes the corrected rows.
     *
     * @param corrected CSV in UTF-8; not closed
     * @param encoder what rows under a header become; throws {@link UserError} for a header it does not know
     * @return an {@link ExitCode}
     * @throws UserError when the CSV has no such header, or the broker takes no more
     */
    public int publish(InputStream corrected, Function<List<String>, RowFormat.RowEncoder> encoder) {
        CsvRows rows = new CsvRows(corrected);
        Tally tally = new Tally();
        try {
            List<String> header = rows.header();
            if (header == null || header.size() < 3 || !header.subList(0, 2).equals(ADDRESS)) {
                throw new UserError("The corrected rows need a header: file,line, then the columns of the file.");
            }
            RowFormat.RowEncoder encode = encoder.apply(header.subList(2, header.size()));
            DeadLetterBook book = DeadLetterBook.read(settings, topic);
            int partitions = Topics.ensure(settings, topic);
            try (TransactionalPublisher publisher =
                    TransactionalPublisher.open(settings, topic, partitions, program + ".redrive")) {
                for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                    publish(row, encode, book, publisher, tally);
                }
                publisher.commit(new Position(0, "redrive"));
            }
        } catch (IOException e) {
            throw new UserError("The corrected rows cannot be read: " + e.getMessage() + ".", e);
        }
        Accounts accounts = tally.balance();
        out.println("corrected rows: " + Numbers.grouped(accounts.read()) + " read, "
                + Numbers.grouped(accounts.published()) + " published to " + topic + " and marked done, "
                + Numbers.grouped(accounts.filtered()) + " done before, " + Numbers.grouped(accounts.rejected())
                + " rejected.");
        out.flush();
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private void publish(
            CsvRow row,
            RowFormat.RowEncoder encoder,
            DeadLetterBook book,
            TransactionalPublisher publisher,
            Tally tally) {
        tally.read();
        String flaw = null;
        if (row instanceof CsvRow.Bad bad) {
            flaw = bad.detail();
        } else {
            String[] cells = ((CsvRow.Good) row).cells().texts();
            Address address = address(cells);
            if (address != null && book.isRedriven(address)) {
                tally.filtered();
                return;
            }
            if (address == null || !book.isOpen(address)) {
                flaw = "there is no dead letter of " + cells[0] + ":" + cells[1];
            } else {
                flaw = publish(row, Arrays.copyOfRange(cells, 2, cells.length), address, encoder, publisher);
            }
        }
        if (flaw == null) {
            tally.published();
        } else {
            tally.rejected();
            log.warn("corrected rows:{}: {}; its dead letter stays.", row.line(), Printable.of(flaw));
        }
    }

    /** Returns what is wrong with the row; null when nothing is. */
    private static String publish(
            CsvRow row,
            String[] cells,
            Address address,
            RowFormat.RowEncoder encoder,
            TransactionalPublisher publisher) {
        Outcome outcome = encoder.encode(new CsvRow.Good(row.line(), row.raw(), Cells.of(cells)));
        if (outcome instanceof Outcome.Publish publish) {
            publisher.publish(publish.key(), publish.value());
            publisher.redriven(address);
            return null;
        }
        return outcome instanceof Outcome.Rejected rejected ? rejected.detail() : "the options leave it out";
    }

    private static Address address(String[] cells) {
        return cells[1].matches("\\d{1,18}") ? new Address(cells[0], Long.parseLong(cells[1])) : null;
    }
}
