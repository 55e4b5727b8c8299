package tickwing.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tickwing.common.error.UserError;

/**
 * A process that has run to its end.
 *
 * @param name what was run
 * @param out its lines of standard output
 * @param seconds from its start to its end
 * @param peakMegabytes the most memory it had resident, 10^6 bytes; NaN where nobody can tell
 */
public record Run(String name, List<String> out, double seconds, double peakMegabytes) {
    /**
     * The number in the last line of standard output that has one.
     *
     * @param pattern with the number as its first group; commas in it do not matter
     * @throws UserError when there is none
     */
    public double number(Pattern pattern) {
        for (int i = out.size() - 1; i >= 0; i--) {
            Matcher matcher = pattern.matcher(out.get(i));
            if (matcher.find()) {
                return Double.parseDouble(matcher.group(1).replace(",", ""));
            }
        }
        throw new UserError(name + " did not say how fast it was: " + String.join(" ", out) + ".");
    }
}
