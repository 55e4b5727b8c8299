package tickwing.replay.date;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which order a date of three numbers names day, month and year, where its form does not say: {@code 03/04/2023}. */
public enum DateOrder {
    DMY("dmy", "day first"),
    MDY("mdy", "month first"),
    YMD("ymd", "year first");

    private final String code;
    private final String words;

    DateOrder(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** As the option {@code --date-order} has it. */
    public String code() {
        return code;
    }

    /** As people say it: {@code month first}. */
    public String words() {
        return words;
    }

    /** The order of a code; empty for any other text. */
    public static Optional<DateOrder> of(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }

    /** All codes, for messages: {@code dmy, mdy, ymd}. */
    public static String codes() {
        return Arrays.stream(values()).map(DateOrder::code).collect(Collectors.joining(", "));
    }
}
