package layerwise.zoo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import layerwise.network.Network;

/** Every network of the course by its id. */
public final class Zoo {
    private Zoo() {}

    /**
     * One network of the course.
     *
     * @param id lower case with hyphens, as the command line takes it
     * @param definition makes the network
     */
    public record Entry(String id, Supplier<Network> definition) {

        /** {@return the network} */
        public Network network() {
            return definition.get();
        }
    }

    private static final List<Entry> ENTRIES =
            List.of(new Entry("lenet5", LeNet5::paper), new Entry("lenet5-modern", LeNet5::modern));

    /** {@return all of them, in the order of the course} */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * {@return the network with this id; case, hyphens, dots and spaces do not matter}
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest id and all others
     */
    public static Network network(String id) {
        return ENTRIES.stream()
                .filter(entry -> key(entry.id()).equals(key(id)))
                .findFirst()
                .orElseThrow(() -> unknown(id))
                .network();
    }

    private static IllegalArgumentException unknown(String id) {
        String nearest = ENTRIES.stream()
                .map(Entry::id)
                .min(Comparator.comparingInt(known -> distance(key(known), key(id))))
                .orElseThrow();
        String all = ENTRIES.stream().map(Entry::id).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "no network is called " + id + "; did you mean " + nearest + "? There are: " + all);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Levenshtein's: the fewest letters to insert, drop or replace to make {@code to} of {@code from}. */
    private static int distance(String from, String to) {
        int[] row = java.util.stream.IntStream.rangeClosed(0, to.length()).toArray();
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
