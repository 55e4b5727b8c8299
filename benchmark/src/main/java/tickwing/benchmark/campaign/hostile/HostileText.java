package tickwing.benchmark.campaign.hostile;

import java.util.List;

/** Names that somebody may give to symbols, airlines and files. */
final class HostileText {
    /** Would set a terminal's title. */
    static final String TITLE = "\u001b]0;owned\u0007X";
    /** Would clear a terminal's screen. */
    static final String CLEAR = "\u001b[2J\u001b[HX";
    /** Would begin a line of its own in a log. */
    static final String FORGED_LINE = "X\r\n12:00:00 [ERROR] all is lost";
    /** Would turn around what follows it. */
    static final String RIGHT_TO_LEFT = "A\u202EB\u2066C";
    /** C1 control characters, which some terminals obey. */
    static final String C1 = "\u009b31mX\u0085Y";

    static final String FORMULA = "=cmd|'/C calc'!A0";
    static final String QUOTES = "A,B\"C\"";
    static final String OPTION = "--help";
    static final String PATH = "../../../etc/passwd";
    static final String BLANK = " \u00a0\u200b";
    static final String ASTRAL = "\uD83D\uDE80\uD83D\uDE80";

    private HostileText() {}

    /** Would make Swing fetch an address. */
    static String html(int port) {
        return "<html><img src=http://127.0.0.1:" + port + "/x.png>";
    }

    /** Each of them no longer than the 64 characters that a symbol may have. */
    static List<String> names() {
        return List.of(
                TITLE,
                CLEAR,
                FORGED_LINE,
                RIGHT_TO_LEFT,
                C1,
                FORMULA,
                QUOTES,
                OPTION,
                PATH,
                BLANK,
                ASTRAL,
                "X".repeat(64),
                "<html><b>X",
                "%s%n%1$tY",
                "${jndi:ldap://127.0.0.1:1/x}",
                "NaN");
    }

    /** As a JSON string. */
    static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
        return json.append('"').toString();
    }
}
