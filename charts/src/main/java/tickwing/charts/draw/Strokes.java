package tickwing.charts.draw;

import java.awt.BasicStroke;
import tickwing.charts.view.Line;

/** How thick lines are, and which are dashed. */
final class Strokes {
    static final BasicStroke FORMING = dashed(1.4f, 3, 3);
    static final BasicStroke GUIDE = dashed(1f, 2, 4);
    static final BasicStroke HAIR = new BasicStroke(1f);

    private Strokes() {}

    /** @param round 0 for the first series of a colour, more for those that share it */
    static BasicStroke line(Line.Role role, int round) {
        float thickness = thickness(role);
        return round == 0
                ? new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL)
                : dashed(thickness, 5f + 3 * round, 3);
    }

    private static float thickness(Line.Role role) {
        return switch (role) {
            case MAIN, STACKED, HISTOGRAM, DOTS -> 1.6f;
            case DERIVED -> 1.3f;
            case BAND_UPPER, BAND_LOWER -> 0.9f;
        };
    }

    private static BasicStroke dashed(float thickness, float on, float off) {
        return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {on, off}, 0);
    }
}
