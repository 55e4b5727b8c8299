package tickwing.common.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The heading below which a program's help lists an option: of all options of a class, or of one. Sections stand in the order of
 * their first options.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Section {
    /** A word or two, e.g. {@code Output}. */
    String value();
}
