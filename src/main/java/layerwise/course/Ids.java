package layerwise.course;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import layerwise.exercise.Exercises;
import layerwise.network.Network;
import layerwise.zoo.Zoo;

/** The ids that may stand in the text with which a call begins: {@code check("05.1")}, {@code summary("vgg-16")}. */
final class Ids {
    /** Words that read an exercise's id first. */
    static final Set<String> OF_EXERCISES = Set.of("check", "hint", "solution", "again");

    private static final String ZOO = "Zoo.network";

    private static final List<Class<?>> WORDS =
            List.of(DiagramWords.class, ExerciseWords.class, ImageWords.class, TrainingWords.class, Words.class);

    private Ids() {}

    /** {@return the ids that {@code word} reads first; none where it reads something else} */
    static List<String> of(String word) {
        if (OF_EXERCISES.contains(word)) {
            return Exercises.ids();
        }
        return word.equals(ZOO) || called(word).anyMatch(Ids::readsNetwork)
                ? Zoo.entries().stream().map(Zoo.Entry::id).toList()
                : List.of();
    }

    private static Stream<Method> called(String word) {
        return WORDS.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(word));
    }

    /** A text stands for a network where the word reads one in its place. */
    private static boolean readsNetwork(Method word) {
        var types = List.of(word.getParameterTypes());
        return !types.isEmpty()
                && types.get(0) == String.class
                && called(word.getName())
                        .map(other -> List.of(other.getParameterTypes()))
                        .anyMatch(others -> others.size() == types.size()
                                && others.get(0) == Network.class
                                && others.subList(1, others.size()).equals(types.subList(1, types.size())));
    }
}
