package tickwing.common.cli;

import java.util.function.Supplier;
import tickwing.common.error.UsageError;

/** Options that are checked by what they are the parameters of. */
public final class Checked {
    private Checked() {}

    /**
     * The parameters that options have given; each has its option's name, without the dashes.
     *
     * @param parameters makes them, or throws an {@link IllegalArgumentException} whose message starts with the name of the
     *     one that is wrong, e.g. {@code period must be at least 2 bars, was 1}
     * @throws UsageError the same about the option
     */
    public static <T> T options(Supplier<T> parameters) {
        try {
            return parameters.get();
        } catch (IllegalArgumentException e) {
            throw new UsageError("--" + e.getMessage() + ".");
        }
    }
}
