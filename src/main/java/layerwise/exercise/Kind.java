package layerwise.exercise;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerwise.layers.Layer;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * What sort of answer an exercise wants: how it is typed, read and compared.
 *
 * @param <A> type of an answer that has been read
 */
interface Kind<A> {

    /** {@return what is wanted, in words: {@code a whole number}} */
    String noun();

    /** {@return an answer of this form as a cell has it, which is not the right one} */
    String example();

    /** {@return what there is to choose from or to order, each with its letter} */
    default List<String> options() {
        return List.of();
    }

    /**
     * {@return the answer that a learner gave}
     *
     * @throws IllegalArgumentException if it is none of this kind; the message says what was expected and what came
     */
    A read(Object given);

    /** {@return whether both are the same answer} */
    boolean same(A one, A other);

    /** {@return whether nothing at all tells them apart, where {@link #same} overlooks rounding} */
    default boolean identical(A one, A other) {
        return one.equals(other);
    }

    /** {@return whether {@code given} is right} */
    default boolean accepts(A right, A given) {
        return same(right, given);
    }

    /** {@return the answer as a sentence names it} */
    String print(A answer);

    /** {@return what can be said of any wrong answer of this kind, where no mistake of the exercise gives it} */
    Optional<String> near(A right, A given);

    /** {@return what is said of a wrong answer: {@code remarks} name the mistakes that give it} */
    default Optional<String> tell(A right, A given, String remarks) {
        return remarks.isEmpty()
                ? near(right, given).map(remark -> print(given) + ": " + remark)
                : Optional.of(print(given) + ": " + remarks);
    }

    /** The refusal of what is no answer of a kind. */
    static IllegalArgumentException expected(Kind<?> kind, String got) {
        return new IllegalArgumentException("expected " + kind.noun() + " such as " + kind.example() + ", got " + got);
    }

    /** {@return a value in words, whatever it is} */
    static String describe(Object given) {
        if (given == null) {
            return "nothing";
        }
        if (given instanceof CharSequence text) {
            return text.toString().isBlank() ? "an empty text" : "the text \"" + shortened(text.toString()) + "\"";
        }
        if (given instanceof Number || given instanceof Boolean) {
            return given.toString();
        }
        if (given instanceof Collection<?> || given instanceof Map<?, ?>) {
            return (given instanceof Map ? "the map " : "the list ") + shortened(given.toString());
        }
        return given.getClass().isArray() ? "an array of length " + Array.getLength(given) : thing(given);
    }

    private static String thing(Object given) {
        if (given instanceof Network network) {
            return "the network " + network.name();
        }
        if (given instanceof Layer layer) {
            return layer instanceof Primitive primitive ? "the layer " + primitive.kind() : "a layer of several parts";
        }
        if (given instanceof Code) {
            return "a " + given;
        }
        if (given instanceof Shape) {
            return "the shape " + given;
        }
        String type = given.getClass().isSynthetic() ? "" : given.getClass().getSimpleName();
        return given instanceof Character
                ? "the letter " + given
                : type.isEmpty() ? "an object" : "an object of type " + type;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
