package layerwise.course;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the exercises of the course by their ids; what a notebook calls. */
final class Exercises {
    private static final List<Exercise<?>> ALL = LeNet5Exercises.all();

    private Exercises() {}

    /** {@return all exercises, in the order of the chapters} */
    static List<Exercise<?>> all() {
        return ALL;
    }

    /**
     * {@return the exercise {@code id}}
     *
     * @throws IllegalArgumentException if there is none; the message lists what there is
     */
    static Exercise<?> find(String id) {
        return ALL.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id + "; there are "
                        + ALL.stream().map(Exercise::id).collect(Collectors.joining(", "))));
    }
}
