package layerwise.course;

import layerwise.exercise.Code;
import layerwise.exercise.Desk;
import layerwise.exercise.ExerciseList;
import layerwise.exercise.ProgressTable;
import layerwise.exercise.Question;
import layerwise.exercise.WrongAnswer;
import layerwise.layers.Given;
import layerwise.network.Network;
import layerwise.zoo.Zoo;

/**
 * The words for exercises and predictions, which every cell can use without an import.
 *
 * <p>{@code check("03.1")} asks, {@code check("03.1", answer)} answers; {@code hint}, {@code solution} and {@code again}
 * help, {@code progress()} counts. Everything is computed on this machine and stays on it.
 */
public final class ExerciseWords {
    private ExerciseWords() {}

    /**
     * {@return the question of an exercise, with how to answer it}
     *
     * @throws IllegalArgumentException if there is no such exercise; the message names the one that may be meant
     */
    public static Question check(String id) {
        return Desk.here().ask(id);
    }

    /**
     * {@return a word of praise}
     *
     * @throws WrongAnswer if it is wrong; the message says which mistake it looks like
     */
    public static String check(String id, Object answer) {
        return Desk.here().check(id, answer);
    }

    /** {@return a hint, at each call a larger one} */
    public static String hint(String id) {
        return Desk.here().hint(id);
    }

    /** {@return the solution worked out, once the exercise has been tried} */
    public static String solution(String id) {
        return solution(id, false);
    }

    /** {@return the solution worked out; with {@code atOnce} also where nothing was tried} */
    public static String solution(String id, boolean atOnce) {
        return Desk.here().solution(id, atOnce);
    }

    /** {@return the question drawn anew, mostly with other numbers; answer, hints and solution are those of the new ones} */
    public static Question again(String id) {
        return Desk.here().again(id);
    }

    /** {@return the question with the numbers that {@code seed} draws; with 0 those of the chapter} */
    public static Question again(String id, long seed) {
        return Desk.here().again(id, seed);
    }

    /** {@return how many exercises of each chapter were tried and answered rightly; kept on this machine only} */
    public static ProgressTable progress() {
        return Desk.here().progress();
    }

    /**
     * {@return the questions of a chapter, {@code exercises("03")}}
     *
     * @throws IllegalArgumentException if it has none; the message lists the chapters that have
     */
    public static ExerciseList exercises(String chapter) {
        return Desk.here().list(chapter);
    }

    /**
     * {@return whether a guess is right, and if not what it looks like: {@code predict(lenet5, "shape of C3", "16×10×10")}}
     *
     * <p>Shape, parameters, MACs, connections, activations or field of a part, or of all; a wrong guess is no error, and
     * none is counted.
     */
    public static String predict(Network network, String what, Object guess) {
        return Desk.here().predict(Given.value(network, "a network"), what, guess);
    }

    /** {@return as {@link #predict(Network, String, Object)}, of the network with this id} */
    public static String predict(String id, String what, Object guess) {
        return predict(Zoo.network(id), what, guess);
    }

    /** {@return the same of the network that {@link #about} or the last prediction named} */
    public static String predict(String what, Object guess) {
        return Desk.here().predict(what, guess);
    }

    /** {@return the network, which predictions are about from now on} */
    public static Network about(Network network) {
        Desk.here().about(Given.value(network, "a network"));
        return network;
    }

    /** {@return the network with this id, which predictions are about from now on} */
    public static Network about(String id) {
        return about(Zoo.network(id));
    }

    /** {@return a formula of one whole number as an answer} */
    public static Code formula(Code.OfOne formula) {
        return Code.formula(Given.value(formula, "a formula"));
    }

    /** {@return a formula of two whole numbers as an answer: {@code formula((side, kernel) -> side - kernel + 1)}} */
    public static Code formula(Code.OfTwo formula) {
        return Code.formula(Given.value(formula, "a formula"));
    }

    /** {@return a formula of three whole numbers as an answer} */
    public static Code formula(Code.OfThree formula) {
        return Code.formula(Given.value(formula, "a formula"));
    }

    /** {@return a formula of four whole numbers as an answer} */
    public static Code formula(Code.OfFour formula) {
        return Code.formula(Given.value(formula, "a formula"));
    }

    /** {@return a method that makes a map of an image and a kernel, as an answer} */
    public static Code convolution(Code.OfImageAndKernel method) {
        return Code.convolution(Given.value(method, "a method"));
    }

    /** {@return a method that makes a map of an image and a window's size, as an answer} */
    public static Code pooling(Code.OfImageAndSize method) {
        return Code.pooling(Given.value(method, "a method"));
    }
}
