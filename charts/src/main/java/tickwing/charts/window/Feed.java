package tickwing.charts.window;

import tickwing.common.kafka.ReaderStatus;

/** What a window may ask of the thread that reads; every method returns at once. */
public interface Feed {
    /** How reading goes now. */
    ReaderStatus status();

    /** Asks for an edition ahead of time. */
    void refreshSoon();

    /** Asks to end. */
    void stop();
}
