package layerwise.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The name that was meant: the fewest letters changed, added, left out or swapped, at most one in three. */
final class Nearest {
    private Nearest() {}

    /** {@return the nearest of the known names, nothing where none is near} */
    static Optional<String> to(String name, Collection<String> known) {
        String wanted = bare(name);
        return known.stream()
                .filter(candidate -> distance(wanted, bare(candidate)) <= tolerance(wanted))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, bare(candidate)))
                        .thenComparing(candidate -> !bare(candidate).startsWith(wanted.substring(0, 1)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int tolerance(String name) {
        return name.length() / 3;
    }

    private static String bare(String name) {
        return name.replaceFirst("[(<].*", "").toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment: Levenshtein's distance, and a swap of neighbours counts one. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] d, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = IntStream.of(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + same)
                .min()
                .getAsInt();
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    /** {@return {@code a}, {@code a and b}, or {@code a, b and c}} */
    static String list(List<String> names, String word) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + word + " " + names.get(last);
    }
}
