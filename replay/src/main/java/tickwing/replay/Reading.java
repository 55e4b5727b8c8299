package tickwing.replay;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the rows of a file are read, as the options that say it: {@code --date-order dmy --interval 5m}. Options that the
 * user has given, or what a look at the file has settled; it is kept with positions and dead letters, so that all rows of a
 * file are read in the same way whenever that is.
 *
 * @param options values by option, each with its dashes; empty for an option that is there or not
 */
public record Reading(SortedMap<String, String> options) {
    /** As the defaults have it. */
    public static final Reading DEFAULT = new Reading(new TreeMap<>());

    private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)(?: (?!--)('(?:[^']|'')*'|[^' ]+))?(?: |$)");

    public Reading {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** Reads {@link #text}; what is no option is left out. */
    public static Reading of(String text) {
        SortedMap<String, String> options = new TreeMap<>();
        Matcher matcher = OPTION.matcher(text);
        while (matcher.find()) {
            options.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return new Reading(options);
    }

    /** As on a command line; empty where there is none. */
    public String text() {
        return options.entrySet().stream()
                .map(option -> option.getKey() + (option.getValue().isEmpty() ? "" : " " + quoted(option.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** The value of an option; empty where it was not given. */
    public Optional<String> get(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The same and one option more. */
    public Reading with(String option, String value) {
        SortedMap<String, String> all = new TreeMap<>(options);
        all.put(option, value);
        return new Reading(all);
    }

    /** The same without an option. */
    public Reading without(String option) {
        SortedMap<String, String> all = new TreeMap<>(options);
        all.remove(option);
        return new Reading(all);
    }

    /** The same and what another reading has besides. */
    public Reading and(Reading other) {
        SortedMap<String, String> all = new TreeMap<>(other.options);
        all.putAll(options);
        return new Reading(all);
    }

    /** Those of the options that another reading has with other values or not at all. */
    public Reading against(Reading other) {
        SortedMap<String, String> others = new TreeMap<>(options);
        others.entrySet().removeAll(other.options.entrySet());
        return new Reading(others);
    }

    private static String quoted(String value) {
        return value.matches("(?!--)[\\w:/.=,+-]+") ? value : "'" + value.replace("'", "''") + "'";
    }

    private static String unquoted(String value) {
        if (value == null) {
            return "";
        }
        return value.startsWith("'") ? value.substring(1, value.length() - 1).replace("''", "'") : value;
    }

    @Override
    public String toString() {
        return text();
    }
}
