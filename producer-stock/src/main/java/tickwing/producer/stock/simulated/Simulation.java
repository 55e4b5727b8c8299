package tickwing.producer.stock.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.Memory;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.record.ByteSlice;
import tickwing.producer.stock.source.Outlet;
import tickwing.replay.input.Input;

/** Publishes made-up quotes until told to stop. One thread runs it; {@link #stop} may be called from any. */
public final class Simulation {
    private static final Logger log = LoggerFactory.getLogger(Simulation.class);
    private static final double FIRST_PRICE = 100;
    /** As a chart has room for. */
    private static final int SYMBOLS_A_MEGABYTE = 100;

    private final SimulationConfig config;
    private final Outlet topic;
    private final InputStream in;
    private final PrintWriter out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long published;
    private long finished;

    /**
     * @param topic where quotes go, and where history is
     * @param in what {@code -} among the files stands for
     * @param out takes the summary
     */
    public Simulation(SimulationConfig config, Outlet topic, InputStream in, PrintWriter out) {
        this.config = config;
        this.topic = topic;
        this.in = in;
        this.out = out;
    }

    /** Asks {@link #run} to return; from any thread, any number of times. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Quotes every symbol once in a while, until enough records are published or it is told to stop.
     *
     * @return an {@link ExitCode}
     * @throws UserError when the broker cannot be reached, or takes no more
     */
    public int run() {
        topic.ensure();
        List<SimulatedStock> stocks = stocks();
        log.info(
                "Simulating {} symbols on {}, seed {}; simulated quotes have no position and cannot be resumed.",
                stocks.size(),
                config.topic(),
                config.seed());
        try (RowPublisher publisher = topic.open()) {
            boolean interrupted = quote(stocks, publisher);
            return interrupted ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } finally {
            out.println(String.format(
                    Locale.ROOT,
                    "simulated: %,d quotes of %,d symbols published to %s, %,d bars finished.",
                    published,
                    stocks.size(),
                    config.topic(),
                    finished));
            out.flush();
        }
    }

    /** Returns whether it was told to stop before it was done. */
    private boolean quote(List<SimulatedStock> stocks, RowPublisher publisher) {
        long next = System.nanoTime();
        while (true) {
            long wait = next - System.nanoTime();
            if (isStopped(wait)) {
                return true;
            }
            next = Math.max(next, System.nanoTime() - config.every().toNanos())
                    + config.every().toNanos();
            for (SimulatedStock stock : stocks) {
                publish(stock.next(), publisher);
                if (published == config.maxRecords()) {
                    publisher.commit(new Position(published, ""));
                    return false;
                }
            }
            publisher.commit(new Position(published, ""));
        }
    }

    private void publish(Bar bar, RowPublisher publisher) {
        publisher.publish(bar.symbol().getBytes(UTF_8), ByteSlice.of(BarJson.write(bar)));
        published++;
        finished += bar.isForming() ? 0 : 1;
    }

    private boolean isStopped(long waitNanos) {
        try {
            return stopped.await(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private List<SimulatedStock> stocks() {
        History history = new History(config.symbols(), SYMBOLS_A_MEGABYTE * Memory.megabytes());
        history.read(topic);
        config.files().forEach(file -> history.read(Input.of(file, in)));
        List<String> symbols = config.symbols().isEmpty() ? history.symbols() : config.symbols();
        if (!history.leftOut().isEmpty()) {
            log.warn("{}; --symbols names others.", history.leftOut());
        }
        if (symbols.isEmpty()) {
            throw new UsageError("There is no history on topic " + config.topic()
                    + " to go on from; say what to simulate with --symbols, e.g. --symbols AAPL,GOOG.");
        }
        List<SimulatedStock> stocks = new ArrayList<>();
        for (String symbol : symbols) {
            stocks.add(stock(symbol, history.bars(symbol)));
        }
        return stocks;
    }

    private SimulatedStock stock(String symbol, List<Bar> bars) {
        Random random = new Random(config.seed() * 31 + symbol.hashCode());
        if (bars.isEmpty()) {
            LocalDate yesterday = LocalDate.now().minusDays(1);
            return new SimulatedStock(symbol, Behaviour.DEFAULT, FIRST_PRICE, yesterday, config.ticksPerBar(), random);
        }
        List<Bar> real = bars.stream().filter(b -> !b.simulated()).toList();
        List<Bar> basis = real.isEmpty() ? bars : real;
        double volume = Behaviour.averageVolume(basis);
        Behaviour behaviour = Behaviour.of(basis.stream().map(Bar::close).toList(), volume);
        Bar last = bars.get(bars.size() - 1);
        double price = last.close() > 0 ? last.close() : FIRST_PRICE;
        return new SimulatedStock(symbol, behaviour, price, last.time().date(), config.ticksPerBar(), random);
    }
}
