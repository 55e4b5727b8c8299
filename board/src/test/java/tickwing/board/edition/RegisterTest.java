package tickwing.board.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private int sealed;
    private final Register<String, StringBuilder, String> register = new Register<>(text -> {
        sealed++;
        return text.toString();
    });

    @Test
    void sealsInOrderOfTheKeysOnlyWhatHasChanged() {
        register.add("c", new StringBuilder("3"));
        register.add("a", new StringBuilder("1"));
        List<String> first = register.seal();
        assertEquals(List.of("1", "3"), first);
        assertSame(first, register.seal());
        register.add("b", new StringBuilder("2"));
        register.find("c").live().append("!");
        register.touch(register.find("c"));
        register.touch(register.find("c"));
        assertEquals(List.of("1", "2", "3!"), register.seal());
        assertEquals(List.of("1", "3"), first);
        assertEquals(4, sealed);
    }

    @Test
    void forgetsWhatIsRemovedAlsoWhenItComesAgain() {
        register.add("a", new StringBuilder("1"));
        register.add("b", new StringBuilder("2"));
        register.seal();
        register.remove("a");
        register.remove("never there");
        assertEquals(List.of("2"), register.seal());
        register.touch(register.find("b"));
        register.remove("b");
        register.add("b", new StringBuilder("new"));
        assertEquals(List.of("new"), register.seal());
        register.clear();
        assertEquals(List.of(), register.seal());
        assertEquals(0, register.size());
    }
}
