package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labels with a letter each, A first.
 *
 * @param labels in the order in which they are shown
 */
record Letters(List<String> labels) {

    /** Copies the list, and refuses one for which there are no letters or that has a label twice. */
    Letters {
        labels = List.copyOf(labels);
        if (labels.size() < 2
                || labels.size() > 26
                || labels.stream().distinct().count() < labels.size()) {
            throw new IllegalArgumentException("expected 2 to 26 different labels, got " + labels);
        }
    }

    /** {@return the letter of the label at {@code place}} */
    static char letter(int place) {
        return (char) ('A' + place);
    }

    /** {@return the last letter} */
    char last() {
        return letter(labels.size() - 1);
    }

    /** {@return the letter of {@code label}} */
    char of(String label) {
        return letter(labels.indexOf(label));
    }

    /** {@return the label behind {@code letter}} */
    String label(char letter) {
        return labels.get(letter - 'A');
    }

    /** {@return a line for each label, with its letter} */
    List<String> lines() {
        return IntStream.range(0, labels.size())
                .mapToObj(place -> letter(place) + ") " + labels.get(place))
                .toList();
    }

    /** {@return the letter that a learner typed, {@code b}, {@code "B)"} or the label itself} */
    Optional<Character> read(Object given) {
        String text = given instanceof CharSequence || given instanceof Character
                ? given.toString().strip()
                : "";
        var label = labels.stream().filter(text::equalsIgnoreCase).findFirst();
        if (label.isPresent()) {
            return label.map(this::of);
        }
        String bare = text.replaceAll("[().:]", "").toUpperCase(Locale.ROOT);
        return bare.length() == 1 && bare.charAt(0) >= 'A' && bare.charAt(0) <= last()
                ? Optional.of(bare.charAt(0))
                : Optional.empty();
    }
}
