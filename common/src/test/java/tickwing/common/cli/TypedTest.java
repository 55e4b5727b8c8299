package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final String PROPERTY = "tickwing.command";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isTheLauncherOfACheckoutWhereAJarWasStarted() {
        assertEquals("./tickwing broker", Typed.words("broker"));
    }

    @Test
    void isTheLauncherAsItWasCalled() {
        System.setProperty(PROPERTY, "bin/tickwing");
        assertEquals("bin/tickwing topics", Typed.words("topics"));
        assertEquals(
                "Topic t does not exist; 'bin/tickwing topics' lists those that do.",
                TopicArgument.missing("t").getMessage());
    }
}
