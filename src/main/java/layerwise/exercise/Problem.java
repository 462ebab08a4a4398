package layerwise.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * One drawing of an exercise: what is asked, what is right, which mistakes are usual, and the way to the answer.
 *
 * <p>Sentences take numbers as {@link String#format} does: {@code hint("a kernel has %d weights", kernel.area())}.
 *
 * @param <A> type of the answer
 */
final class Problem<A> {
    private static final String SILENT = " is not it";

    private final String asks;
    private final Kind<A> kind;
    private final A right;
    private final List<Mistake<A>> mistakes;
    private final List<String> hints;
    private final String solution;

    private Problem(
            String asks, Kind<A> kind, A right, List<Mistake<A>> mistakes, List<String> hints, String solution) {
        this.asks = asks;
        this.kind = kind;
        this.right = right;
        this.mistakes = List.copyOf(mistakes);
        this.hints = List.copyOf(hints);
        this.solution = solution;
    }

    private static <A> Problem<A> of(String asks, Kind<A> kind, A right, List<Mistake<A>> mistakes) {
        return new Problem<>(asks, kind, right, mistakes, List.of(), "");
    }

    /** {@return a problem whose answer says how many there are, every digit of it} */
    static Problem<Long> whole(long right, String asks, Object... numbers) {
        return whole(Quantity.COUNT, right, asks, numbers);
    }

    /** {@return a problem whose answer is a whole number that measures a {@code quantity}} */
    static Problem<Long> whole(Quantity quantity, long right, String asks, Object... numbers) {
        return of(sentence(asks, numbers), new WholeKind(quantity), right, List.of());
    }

    /** {@return a problem whose answer is a number that may be off by {@code tolerance} of it: 0.01 for a hundredth} */
    static Problem<Double> decimal(double right, double tolerance, String asks, Object... numbers) {
        return of(sentence(asks, numbers), new DecimalKind(tolerance), right, List.of());
    }

    /** {@return a problem whose answer is a shape} */
    static Problem<Shape> shape(Shape right, String asks, Object... numbers) {
        return of(sentence(asks, numbers), new ShapeKind(), right, List.of());
    }

    /** {@return a problem whose answer is the letter of the one right option; the seed shuffles them} */
    static Problem<Character> choice(Draw draw, String asks, Choice... options) {
        var shown = draw.shuffled(List.of(options));
        var letters = new Letters(shown.stream().map(Choice::label).toList());
        var right = shown.stream().filter(option -> option.reason().isEmpty()).toList();
        if (right.size() != 1) {
            throw new IllegalArgumentException("expected one right option, got " + right.size() + ": " + asks);
        }
        var mistakes = shown.stream()
                .flatMap(option ->
                        option.reason().map(reason -> new Mistake<>(letters.of(option.label()), reason)).stream())
                .toList();
        return of(asks, new ChoiceKind(letters), letters.of(right.get(0).label()), mistakes);
    }

    /** {@return a problem whose answer is the order of the items' ranks; the seed shuffles them} */
    static Problem<String> order(Draw draw, String asks, Item... items) {
        var sorted =
                Stream.of(items).sorted(Comparator.comparingLong(Item::rank)).toList();
        var kind = OrderKind.of(draw.shuffled(sorted));
        while (kind.accepts("", kind.example().replace("\"", ""))) {
            kind = OrderKind.of(draw.shuffled(sorted));
        }
        var letters = kind.letters();
        String right = sorted.stream()
                .map(item -> String.valueOf(letters.of(item.label())))
                .collect(Collectors.joining());
        String backwards = new StringBuilder(right).reverse().toString();
        return of(asks, kind, right, List.of(new Mistake<>(backwards, "that is the order from the other end")));
    }

    /** {@return a problem whose answer is a network like {@code right}: its layers, shapes and costs, names aside} */
    static Problem<Network> network(Network right, String asks, Object... numbers) {
        return network(right, Law.like(right), asks, numbers);
    }

    /** {@return a problem whose answer has the layers of {@code right}, each with its options, in its order; names aside} */
    static Problem<Network> sameNetwork(Network right, String asks, Object... numbers) {
        return network(right, LayerByLayer.of(right), asks, numbers);
    }

    /** {@return a problem whose answer is any network that keeps {@code laws}, as {@code right} does} */
    static Problem<Network> network(Network right, List<Law> laws, String asks, Object... numbers) {
        String example = String.format(
                Locale.ROOT,
                "network(\"mine\", Shape.of(%d, %d, %d), …)",
                right.input().channels(),
                right.input().height(),
                right.input().width());
        return of(sentence(asks, numbers), new NetworkKind(example, List.copyOf(laws)), right, List.of());
    }

    /** {@return a problem whose answer is code that agrees with {@code right} on arguments drawn by chance} */
    static Problem<Behaviour> code(Draw draw, Code right, Inputs inputs, String asks, Object... numbers) {
        var kind = new CodeKind(right, inputs, inputs.draw(draw.random()));
        return of(sentence(asks, numbers), kind, kind.of(right), List.of());
    }

    /** {@return this problem with one more usual mistake; numbers for which it gives the right answer are not drawn} */
    Problem<A> mistake(A answer, String remark, Object... numbers) {
        return mistakes(List.of(new Mistake<>(answer, sentence(remark, numbers))));
    }

    /** {@return this problem with the usual mistakes that {@link Usual} knows} */
    Problem<A> mistakes(List<Mistake<A>> more) {
        var all = new ArrayList<>(mistakes);
        all.addAll(more);
        return new Problem<>(asks, kind, right, all, hints, solution);
    }

    /** {@return this code problem with code that makes a usual mistake} */
    @SuppressWarnings("unchecked") // a problem with a CodeKind has a Behaviour as its answer
    Problem<A> mistake(Code wrong, String remark) {
        return mistake((A) ((CodeKind) kind).of(wrong), remark);
    }

    /** {@return this problem with one more hint; from a nudge to nearly there} */
    Problem<A> hint(String hint, Object... numbers) {
        var all = new ArrayList<>(hints);
        all.add(sentence(hint, numbers));
        return new Problem<>(asks, kind, right, mistakes, all, solution);
    }

    /** {@return this problem with its arithmetic worked out} */
    Problem<A> solution(String worked, Object... numbers) {
        return new Problem<>(asks, kind, right, mistakes, hints, sentence(worked, numbers));
    }

    private static String sentence(String words, Object... numbers) {
        return numbers.length == 0 ? words : String.format(Locale.ROOT, words, numbers);
    }

    /** {@return the question under the name of its exercise} */
    Question question(String id, long seed) {
        String how = "check(\"" + id + "\", " + kind.example() + ")";
        return new Question(id, seed, asks, kind.options(), kind.noun(), how, "");
    }

    /**
     * {@return what is wrong with an answer; nothing where it is right}
     *
     * @throws IllegalArgumentException if it is no answer of the kind
     */
    Optional<String> remark(Object answer) {
        return remarkOn(kind.read(answer));
    }

    /** {@return what is wrong with an answer that has been read; nothing where it is right} */
    Optional<String> remarkOn(A given) {
        if (kind.accepts(right, given)) {
            return Optional.empty();
        }
        return Optional.of(kind.tell(right, given, named(given)).orElse(kind.print(given) + SILENT));
    }

    /** {@return whether a remark says no more than that an answer is wrong} */
    static boolean isSilent(String remark) {
        return remark.endsWith(SILENT);
    }

    /** {@return the remark without the words that say no more than that an answer is wrong} */
    static String withoutSilence(String remark) {
        return isSilent(remark) ? remark.substring(0, remark.length() - SILENT.length()) : remark;
    }

    /** The remarks of the mistakes that give an answer; of some that rounding makes alike, those that give just this one. */
    private String named(A given) {
        var alike = mistakes.stream()
                .filter(mistake -> kind.same(mistake.answer(), given))
                .toList();
        var just = alike.stream()
                .filter(mistake -> kind.identical(mistake.answer(), given))
                .toList();
        return Mistake.remarks(just.isEmpty() ? alike : just);
    }

    /** {@return whether nobody answers rightly by chance, as with letters and numbers of two digits, and no code is run} */
    boolean isTelling() {
        return kind.options().isEmpty()
                && !(kind instanceof CodeKind)
                && kind.print(right).length() > 2;
    }

    /** {@return the first mistake that gives the right answer, which no good drawing has} */
    Optional<Mistake<A>> confusing() {
        return mistakes.stream()
                .filter(mistake -> kind.accepts(right, mistake.answer()))
                .findFirst();
    }

    Kind<A> kind() {
        return kind;
    }

    A right() {
        return right;
    }

    List<Mistake<A>> mistakes() {
        return mistakes;
    }

    List<String> hints() {
        return hints;
    }

    String solution() {
        return solution;
    }
}
