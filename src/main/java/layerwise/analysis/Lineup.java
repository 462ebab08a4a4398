package layerwise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerwise.layers.Given;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Two networks side by side, step by step, matched by path.
 *
 * @param before one network
 * @param after the other
 * @param rows the steps of the first in their order; what only the second has stands before the next step of both
 */
public record Lineup(Network before, Network after, List<Row> rows) {

    /** What became of a step. */
    public enum Change {
        /** Layer, input and output are the same. */
        SAME,
        /** It stands in both, with another layer or another shape. */
        CHANGED,
        /** Only the first network has it. */
        REMOVED,
        /** Only the second has it. */
        ADDED
    }

    /**
     * One path in both networks.
     *
     * @param path where the step stands
     * @param before the step of the first network, if it has one
     * @param after the step of the second, if it has one
     */
    public record Row(String path, Optional<Step> before, Optional<Step> after) {

        /** {@return what became of the step} */
        public Change change() {
            if (before.isEmpty()) {
                return Change.ADDED;
            }
            return after.isEmpty() ? Change.REMOVED : before.equals(after) ? Change.SAME : Change.CHANGED;
        }

        /** {@return costs before and after; nothing where the step is missing} */
        public Saving saving() {
            return new Saving(
                    before.map(Cost::of).orElse(Cost.ZERO), after.map(Cost::of).orElse(Cost.ZERO));
        }
    }

    /** Copies the list. */
    public Lineup {
        rows = List.copyOf(rows);
    }

    /** {@return {@code before} and {@code after} lined up} */
    public static Lineup compare(Network before, Network after) {
        Given.value(before, "a network");
        Given.value(after, "a network");
        var olds = byPath(before);
        var news = byPath(after);
        var followers = followers(olds, news);
        var paths = new ArrayList<String>();
        var added = followers.getOrDefault("", List.of());
        for (String path : olds.keySet()) {
            if (news.containsKey(path)) {
                paths.addAll(added); // behind what was removed in the same place
                added = followers.getOrDefault(path, List.of());
            }
            paths.add(path);
        }
        paths.addAll(added);
        var rows = paths.stream()
                .map(path -> new Row(path, Optional.ofNullable(olds.get(path)), Optional.ofNullable(news.get(path))))
                .toList();
        return new Lineup(before, after, rows);
    }

    /** {@return the rows in which something changed} */
    public List<Row> changes() {
        return rows.stream().filter(row -> row.change() != Change.SAME).toList();
    }

    /** {@return the costs of both networks} */
    public Saving saving() {
        return new Saving(Cost.of(before), Cost.of(after));
    }

    private static Map<String, Step> byPath(Network network) {
        Map<String, Step> steps = new LinkedHashMap<>();
        network.steps().forEach(step -> steps.put(step.path(), step));
        return steps;
    }

    /** Paths that only the second network has, by the last common path before them. */
    private static Map<String, List<String>> followers(Map<String, Step> olds, Map<String, Step> news) {
        Map<String, List<String>> followers = new HashMap<>();
        String last = "";
        for (String path : news.keySet()) {
            if (olds.containsKey(path)) {
                last = path;
            } else {
                followers.computeIfAbsent(last, key -> new ArrayList<>()).add(path);
            }
        }
        return followers;
    }
}
