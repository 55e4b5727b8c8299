package tickwing.replay;

import java.util.Objects;

/**
 * Something that a look at an input has settled.
 *
 * @param name what it is called in reports, in lower case with underscores: {@code date_order}
 * @param value what it is
 * @param why what says so, in a phrase; empty where that needs no words
 */
public record Fact(String name, String value, String why) {
    public Fact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(why);
    }
}
