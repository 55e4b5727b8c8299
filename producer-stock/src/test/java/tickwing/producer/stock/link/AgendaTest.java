package tickwing.producer.stock.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;

class AgendaTest {
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    private final Agenda agenda = new Agenda(new FakeTime(START));
    private final List<String> done = new ArrayList<>();

    @Test
    void doesThingsWhenTheyAreDueAndInOrderWhenAtOnce() {
        agenda.at(START.plusSeconds(2), agenda::stop);
        agenda.at(START.plusSeconds(1), () -> done.add("a"));
        agenda.at(START.plusSeconds(1), () -> done.add("b"));
        agenda.at(START, () -> done.add("first"));
        agenda.run();
        assertEquals(List.of("first", "a", "b"), done);
    }

    @Test
    void goesOnAfterATaskThatFailsForAReasonThatNobodyHasForeseen() {
        agenda.at(START, () -> {
            throw new IllegalStateException("unforeseen");
        });
        agenda.post(() -> {
            throw new NullPointerException();
        });
        agenda.at(START.plusSeconds(1), () -> done.add("next"));
        agenda.at(START.plusSeconds(2), agenda::stop);
        agenda.run();
        assertEquals(List.of("next"), done);
    }

    @Test
    void endsWhenTheBrokerTakesNoMore() {
        agenda.at(START, () -> {
            throw new UserError("gone");
        });
        assertThrows(UserError.class, agenda::run);
    }
}
