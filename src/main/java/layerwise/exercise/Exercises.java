package layerwise.exercise;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the exercises of the course by their ids. */
public final class Exercises {
    private static final List<Exercise> ALL = Stream.of(
                    Chapter00.all(),
                    Chapter01.all(),
                    Chapter02.all(),
                    Chapter03.all(),
                    Chapter04.all(),
                    Chapter05.all(),
                    Chapter06.all(),
                    Chapter07.all())
            .flatMap(List::stream)
            .toList();

    private Exercises() {}

    /** {@return all exercises, in the order of the chapters} */
    static List<Exercise> all() {
        return ALL;
    }

    /** {@return the ids of all exercises, {@code 00.1} first} */
    public static List<String> ids() {
        return ALL.stream().map(Exercise::id).toList();
    }

    /**
     * {@return the exercise {@code id}}
     *
     * @throws IllegalArgumentException if there is none; the message lists what there is
     */
    static Exercise find(String id) {
        return ALL.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no exercise " + id + "; there are " + String.join(", ", ids())));
    }

    /**
     * {@return the exercises of a chapter, {@code 3} or {@code 03}}
     *
     * @throws IllegalArgumentException if there are none; the message lists the chapters that have some
     */
    static List<Exercise> ofChapter(String chapter) {
        String number = String.valueOf(chapter).strip().replaceFirst("^(\\d)$", "0$1");
        var found = ALL.stream()
                .filter(exercise -> exercise.chapter().equals(number))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no exercises of a chapter " + chapter + "; there are those of "
                            + ALL.stream().map(Exercise::chapter).distinct().collect(Collectors.joining(", ")));
        }
        return found;
    }
}
