package tickwing.charts.window;

import java.util.concurrent.atomic.AtomicInteger;
import tickwing.common.kafka.ReaderStatus;

/** A reader that only counts what it is asked. */
final class FakeFeed implements Feed {
    volatile ReaderStatus status = ReaderStatus.NONE;
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger stops = new AtomicInteger();

    @Override
    public ReaderStatus status() {
        return status;
    }

    @Override
    public void refreshSoon() {
        refreshes.incrementAndGet();
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
    }
}
