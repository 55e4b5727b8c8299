package tickwing.charts.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tickwing.board.view.Note;
import tickwing.common.bar.FirstNames;

/** What a board has to say beside its values, in words. */
public final class Words {
    private Words() {}

    /** All notes as one phrase; empty where there are none. Names that have no flights are one list. */
    public static String of(List<Note> notes) {
        List<String> phrases = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Note note : notes) {
            if (note instanceof Note.NoFlights none) {
                without.add(none.name());
            } else {
                phrases.add(of(note));
            }
        }
        if (!without.isEmpty()) {
            phrases.add(0, "no flights of " + String.join(", ", without));
        }
        return joined(phrases.toArray(String[]::new));
    }

    /** Phrases as one; those that are empty are left out. */
    public static String joined(String... phrases) {
        return Arrays.stream(phrases).filter(phrase -> !phrase.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String of(Note note) {
        if (note instanceof Note.NoBars none) {
            return "no bars of " + none.symbol();
        }
        if (note instanceof Note.There there) {
            return there.names().isEmpty()
                    ? ""
                    : (there.names().size() == 1 && !there.more() ? "there is " : "there are ")
                            + String.join(", ", there.names())
                            + (there.more() ? " and more" : "");
        }
        if (note instanceof Note.OtherIntervals others) {
            return others.bars() + " bars of longer intervals than " + others.interval() + " left out";
        }
        if (note instanceof Note.SymbolsLeftOut left) {
            return FirstNames.phrase(left.symbols(), left.atLeast(), "symbols", left.room());
        }
        if (note instanceof Note.FlightsLeftOut left) {
            return String.format(
                    Locale.ROOT,
                    "%,d flights left out: there is room for the newest %,d days and %,d counts",
                    left.flights(),
                    left.days(),
                    left.counts());
        }
        throw new IllegalArgumentException("no words for " + note);
    }
}
