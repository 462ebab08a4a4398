package layerwise.course;

import java.util.List;
import java.util.Set;
import layerwise.exercise.Exercises;
import layerwise.zoo.Zoo;

/** The ids that may stand in the text with which a call begins: {@code check("05.1")}, {@code summary("vgg-16")}. */
final class Ids {
    /** Words that read an exercise's id first. */
    static final Set<String> OF_EXERCISES = Set.of("check", "hint", "solution", "again");

    /** Words that read a network's id first. */
    static final Set<String> OF_NETWORKS = Set.of(
            "Zoo.network",
            "about",
            "compare",
            "diagram",
            "featureMaps",
            "field",
            "filters",
            "lens",
            "parts",
            "patterns",
            "reconcile",
            "summary",
            "towers",
            "volumes",
            "xray");

    private Ids() {}

    /** {@return the ids that {@code word} reads first; none where it reads something else} */
    static List<String> of(String word) {
        if (OF_EXERCISES.contains(word)) {
            return Exercises.ids();
        }
        return OF_NETWORKS.contains(word)
                ? Zoo.entries().stream().map(Zoo.Entry::id).toList()
                : List.of();
    }
}
