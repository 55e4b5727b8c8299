package tickwing.consumer.flights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.board.view.Period;
import tickwing.common.error.UsageError;

class FlightsConfigTest {
    @Test
    void refusesToShowNone() {
        UsageError error = assertThrows(UsageError.class, () -> new FlightsConfig(Set.of(), 0, Period.DAY));
        assertEquals("--top must be at least 1, was 0.", error.getMessage());
    }

    @Test
    void looksAtTheAirlinesThatAreNamedOrAtTheTopOnes() {
        assertEquals(3, new FlightsConfig(Set.of(), 3, Period.YEAR).view().top());
        assertEquals(
                Set.of("AA"),
                new FlightsConfig(Set.of("AA"), 3, Period.DAY).view().names());
    }
}
