package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** A chapter and a number, however they are written: {@code 3.1}, {@code 03-1}, {@code 031}. */
    private static final Pattern PARTS = Pattern.compile("\\D*(\\d{2}(?=\\d)|\\d{1,2}(?=\\D))\\D*(\\d+)\\D*");

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
     * @throws NoSuchExercise if there is none; the message names the one that may be meant, or those of its chapter
     */
    static Exercise find(String id) {
        return exactly(id).orElseThrow(() -> new NoSuchExercise("there is no exercise " + id + "; " + instead(id)));
    }

    private static Optional<Exercise> exactly(String id) {
        return ALL.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }

    private static String instead(String id) {
        var parts = PARTS.matcher(String.valueOf(id));
        if (!parts.matches()) {
            return "an id is a chapter and a number, such as 03.1; " + chapters();
        }
        String chapter = String.format(Locale.ROOT, "%02d", Integer.valueOf(parts.group(1)));
        var meant = exactly(chapter + "." + parts.group(2));
        var others =
                ids().stream().filter(each -> each.startsWith(chapter + ".")).toList();
        return meant.map(each -> "did you mean " + each.id() + "? ").orElse("")
                + (others.isEmpty() ? chapters() : "chapter " + chapter + " has " + String.join(", ", others));
    }

    private static String chapters() {
        return "there are those of the chapters "
                + ALL.stream().map(Exercise::chapter).distinct().collect(Collectors.joining(", "));
    }

    /**
     * {@return the exercises of a chapter, {@code 3} or {@code 03}}
     *
     * @throws NoSuchExercise if there are none; the message lists the chapters that have some
     */
    static List<Exercise> ofChapter(String chapter) {
        String number = String.valueOf(chapter).strip().replaceFirst("^(\\d)$", "0$1");
        var found = ALL.stream()
                .filter(exercise -> exercise.chapter().equals(number))
                .toList();
        if (found.isEmpty()) {
            throw new NoSuchExercise("there are no exercises of a chapter " + chapter + "; " + chapters());
        }
        return found;
    }
}
