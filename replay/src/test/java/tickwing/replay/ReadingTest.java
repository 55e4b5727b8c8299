package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.replay.input.Fingerprint;

class ReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmy",
                "",
                ";",
                "|",
                "'",
                "''",
                "a b",
                "it's a b",
                "Date=My Date,Close=\"x\"",
                "--x",
                "-",
                "a'",
                "%3B;"
            })
    void survivesItsTextAndThatOfAPosition(String value) {
        Reading reading = Reading.DEFAULT
                .with("--date-order", value)
                .with("--interval", "5m")
                .with("--a-flag", "");
        assertEquals(reading, Reading.of(reading.text()), reading.text());
        assertEquals(Optional.of(reading), Bookmark.of(position(reading)).flatMap(Bookmark::reading));
    }

    @Test
    void survivesAnyText() {
        Random random = new Random(8);
        String alphabet = "-a '\"=;%,.\\\u00e9";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Reading reading = Reading.DEFAULT.with("--x", value.toString()).with("--y", "'");
            assertEquals(reading, Reading.of(reading.text()), reading.text());
        }
    }

    private static tickwing.common.kafka.Position position(Reading reading) {
        return new Bookmark(
                        new Fingerprint(9, 8),
                        "/folder",
                        "all rows",
                        1,
                        false,
                        Accounts.NONE,
                        Tail.NONE,
                        Optional.of(reading))
                .toPosition();
    }

    @Test
    void isKeptInPositionsThatOlderVersionsDoNotTakeForTheirs() {
        String metadata = position(Reading.DEFAULT.with("--columns", "A=B").with("--zone", "UTC"))
                .metadata();
        assertEquals("v=3", metadata.split(";")[0]);
        assertEquals(
                Reading.DEFAULT.with("--zone", "UTC"),
                Bookmark.of(new tickwing.common.kafka.Position(1, metadata))
                        .orElseThrow()
                        .reading()
                        .orElseThrow());
    }

    @Test
    void tellsWhatItHasBesidesAnother() {
        Reading one = Reading.of("--a 1 --b 2");
        Reading other = Reading.of("--b 3 --c");
        assertEquals(Reading.of("--a 1 --b 2"), one.against(other));
        assertEquals(Reading.DEFAULT, one.against(one));
        assertEquals(Reading.of("--a 1 --b 2 --c"), one.and(other));
        assertEquals("--a 1", one.without("--b").text());
    }
}
