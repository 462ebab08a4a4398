package layerwise.exercise;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A method that a learner wrote, as an answer: {@code formula((side, kernel) -> side - kernel + 1)}.
 *
 * @param word what it was written with, {@code formula}
 * @param types of its arguments
 * @param body what it does
 */
public record Code(String word, List<Class<?>> types, Function<Object[], Object> body) {

    /** A formula of one whole number. */
    @FunctionalInterface
    public interface OfOne {
        /** {@return what the formula yields} */
        double of(int first);
    }

    /** A formula of two whole numbers. */
    @FunctionalInterface
    public interface OfTwo {
        /** {@return what the formula yields} */
        double of(int first, int second);
    }

    /** A formula of three whole numbers. */
    @FunctionalInterface
    public interface OfThree {
        /** {@return what the formula yields} */
        double of(int first, int second, int third);
    }

    /** A formula of four whole numbers. */
    @FunctionalInterface
    public interface OfFour {
        /** {@return what the formula yields} */
        double of(int first, int second, int third, int fourth);
    }

    /** What makes a map of numbers of an image and a kernel. */
    @FunctionalInterface
    public interface OfImageAndKernel {
        /** {@return a map of rows of numbers} */
        double[][] of(double[][] image, double[][] kernel);
    }

    /** What makes a map of numbers of an image and a window's size. */
    @FunctionalInterface
    public interface OfImageAndSize {
        /** {@return a map of rows of numbers} */
        double[][] of(double[][] image, int size);
    }

    /** Copies the types. */
    public Code {
        types = List.copyOf(types);
    }

    /** {@return a formula of one whole number as an answer} */
    public static Code formula(OfOne formula) {
        return whole(1, given -> formula.of((int) given[0]));
    }

    /** {@return a formula of two whole numbers as an answer} */
    public static Code formula(OfTwo formula) {
        return whole(2, given -> formula.of((int) given[0], (int) given[1]));
    }

    /** {@return a formula of three whole numbers as an answer} */
    public static Code formula(OfThree formula) {
        return whole(3, given -> formula.of((int) given[0], (int) given[1], (int) given[2]));
    }

    /** {@return a formula of four whole numbers as an answer} */
    public static Code formula(OfFour formula) {
        return whole(4, given -> formula.of((int) given[0], (int) given[1], (int) given[2], (int) given[3]));
    }

    /** {@return a method that makes a map of an image and a kernel, as an answer} */
    public static Code convolution(OfImageAndKernel method) {
        return new Code(
                "convolution",
                List.of(double[][].class, double[][].class),
                given -> method.of((double[][]) given[0], (double[][]) given[1]));
    }

    /** {@return a method that makes a map of an image and a window's size, as an answer} */
    public static Code pooling(OfImageAndSize method) {
        return new Code(
                "pooling",
                List.of(double[][].class, int.class),
                given -> method.of((double[][]) given[0], (int) given[1]));
    }

    private static Code whole(int numbers, Function<Object[], Object> body) {
        return new Code("formula", Collections.nCopies(numbers, int.class), body);
    }

    /** {@return whether both are written with the same word and read the same} */
    boolean like(Code other) {
        return word.equals(other.word) && types.equals(other.types);
    }

    /** {@return the word with how many values it reads} */
    @Override
    public String toString() {
        return word + " of " + types.size() + (types.size() == 1 ? " value" : " values");
    }
}
