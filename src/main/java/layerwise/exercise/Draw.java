package layerwise.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The numbers of one drawing of an exercise: with seed 0 those of the chapter, with any other seed others.
 *
 * <p>The same exercise and seed draw the same numbers on every machine.
 */
final class Draw {
    /** The seed that draws what stands in the chapter. */
    static final long CHAPTER = 0;

    private final boolean asInTheChapter;
    private final Random random;

    private Draw(boolean asInTheChapter, long seed) {
        this.asInTheChapter = asInTheChapter;
        random = new Random(seed);
    }

    /** {@return the drawing of exercise {@code id} with {@code seed}; where one was refused, the next try draws others} */
    static Draw of(String id, long seed, int attempt) {
        return new Draw(seed == CHAPTER, (id.hashCode() * 31L + seed) * 1009 + attempt);
    }

    /** These numbers make no good question; others are drawn. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit() {
            super("the numbers drawn make no good question", null, false, false);
        }
    }

    /** {@return {@code chapter} where the exercise stands as in the chapter, else it or one of {@code others}} */
    @SafeVarargs
    final <T> T one(T chapter, T... others) {
        int place = random.nextInt(others.length + 1);
        return asInTheChapter || place == others.length ? chapter : others[place];
    }

    /** {@return {@code chapter} where the exercise stands as in the chapter, else a number from {@code low} to {@code high}} */
    int from(int chapter, int low, int high) {
        int drawn = low + random.nextInt(high - low + 1);
        return asInTheChapter ? chapter : drawn;
    }

    /** Has other numbers drawn unless {@code fit}. */
    void needs(boolean fit) {
        if (!fit) {
            throw new Unfit();
        }
    }

    /** {@return the elements in an order that the seed chooses, in the chapter too} */
    <T> List<T> shuffled(List<T> elements) {
        var shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** {@return chance itself, for the inputs that code is tried on} */
    Random random() {
        return random;
    }
}
