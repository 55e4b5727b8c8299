package tickwing.charts.window;

import java.awt.Rectangle;
import java.time.Duration;
import tickwing.charts.draw.Theme;

/**
 * How a window is to be.
 *
 * @param program whose window it is; its title begins with it
 * @param topic where records come from
 * @param broker at which broker
 * @param refresh time from one snapshot to the next
 * @param bounds where the window opens, in pixels; null for where it was the last time, or beside other windows
 * @param theme its colours
 */
public record WindowConfig(
        String program, String topic, String broker, Duration refresh, Rectangle bounds, Theme theme) {}
