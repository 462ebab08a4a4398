package layerwise.exercise;

import java.util.List;
import java.util.Optional;

/**
 * One of several answers, by its letter.
 *
 * @param letters the answers
 */
record ChoiceKind(Letters letters) implements Kind<Character> {

    @Override
    public String noun() {
        return "a letter from A to " + letters.last();
    }

    @Override
    public String example() {
        return "\"A\"";
    }

    @Override
    public List<String> options() {
        return letters.lines();
    }

    @Override
    public Character read(Object given) {
        return letters.read(given).orElseThrow(() -> Kind.expected(this, Kind.describe(given)));
    }

    @Override
    public boolean same(Character one, Character other) {
        return one.equals(other);
    }

    @Override
    public String print(Character answer) {
        return answer.toString();
    }

    @Override
    public Optional<String> near(Character right, Character given) {
        return Optional.empty();
    }
}
