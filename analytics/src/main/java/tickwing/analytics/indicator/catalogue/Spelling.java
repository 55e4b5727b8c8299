package tickwing.analytics.indicator.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the words that somebody may have meant. */
final class Spelling {
    private static final int MOST = 3;

    private Spelling() {}

    /** Those of the words that begin alike, or differ in a few letters; the nearest first. */
    static List<String> nearest(String typed, List<String> words) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, word.length() / 3);
        return words.stream()
                .filter(candidate -> beginsAlike(word, candidate) || distance(word, candidate) <= allowed)
                .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .limit(MOST)
                .toList();
    }

    private static boolean beginsAlike(String word, String candidate) {
        return word.length() >= 2 && (candidate.startsWith(word) || word.startsWith(candidate));
    }

    /** How many letters have to be put in, taken out or replaced to make one word of the other (Levenshtein, 1965). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
