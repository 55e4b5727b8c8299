package tickwing.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The most memory that a process had resident, as Linux keeps it ({@code VmHWM}); looked up until the process ends, since
 * nobody knows it afterwards.
 */
final class PeakMemory {
    private static final long LOOK_MILLIS = 20;

    private PeakMemory() {}

    /** Blocks until the process has ended; megabytes of 10^6 bytes, or NaN where the system does not say. */
    static double watch(long pid, BooleanSupplier alive) throws InterruptedException {
        double peak = Double.NaN;
        while (alive.getAsBoolean()) {
            double now = megabytes(Path.of("/proc", Long.toString(pid), "status"));
            peak = Double.isNaN(now) ? peak : now;
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return peak;
    }

    private static double megabytes(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException e) {
            // No Linux, or the process has just ended.
        }
        return Double.NaN;
    }
}
