package tickwing.charts.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void writesWhatIsAppendedInEachOfTheThreeWays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Utf8(bytes)
                .append("symbol;\u20ac \ud83d\udcc8\n")
                .append('\u00e9')
                .append(new StringBuilder("abc"), 1, 3)
                .append(null);
        assertEquals("symbol;\u20ac \ud83d\udcc8\n\u00e9bcnull", bytes.toString(StandardCharsets.UTF_8));
    }
}
