package layerwise.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The names that may have been meant: the fewest letters to insert, drop or replace (Levenshtein 1966). */
public final class Nearest {
    private Nearest() {}

    /**
     * {@return up to three of the known names, the nearest first}
     *
     * @param key what of a name is compared
     */
    public static List<String> to(String name, Collection<String> known, UnaryOperator<String> key) {
        String wanted = key.apply(name);
        return known.stream()
                .sorted(Comparator.comparingInt(each -> distance(key.apply(each), wanted)))
                .limit(3)
                .toList();
    }

    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
