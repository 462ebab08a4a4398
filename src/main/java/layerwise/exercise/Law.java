package layerwise.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Activation;
import layerwise.layers.Dense;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;

/** What a learner's network has to keep; says what is wrong with one that does not. */
@FunctionalInterface
interface Law {

    /** {@return what is wrong with {@code network}, or nothing} */
    Optional<String> complaint(Network network);

    /** {@return the law that {@code holds}; {@code complaint} is what is said where it does not} */
    static Law that(Predicate<Network> holds, Function<Network, String> complaint) {
        return network -> holds.test(network) ? Optional.empty() : Optional.of(complaint.apply(network));
    }

    /** {@return the law that it reads images of {@code shape}} */
    static Law input(Shape shape) {
        return that(
                network -> network.input().equals(shape),
                network -> "expected a network for " + shape + ", got one for " + network.input());
    }

    /** {@return the law that {@code shape} comes out} */
    static Law output(Shape shape) {
        return that(
                network -> network.output().equals(shape),
                network -> "expected " + shape + " to come out, got " + network.output());
    }

    /** {@return the law that it has {@code count} parameters} */
    static Law parameters(long count) {
        return that(
                network -> Cost.of(network).parameters() == count,
                network -> "expected " + Figures.print(count) + " parameters, got " + parameters(network));
    }

    /** {@return the law that it has at most {@code count} parameters} */
    static Law atMost(long count) {
        return that(
                network -> Cost.of(network).parameters() <= count,
                network -> "expected at most " + Figures.print(count) + " parameters, got " + parameters(network));
    }

    private static String parameters(Network network) {
        return Figures.print(Cost.of(network).parameters()) + "; summary(network) shows where";
    }

    /** {@return the law that one image takes {@code count} multiply-accumulates} */
    static Law macs(long count) {
        return that(
                network -> Cost.of(network).macs() == count,
                network -> "expected " + Figures.print(count) + " multiply-accumulates, got "
                        + Figures.print(Cost.of(network).macs()) + "; look at stride and padding");
    }

    /** {@return the law that its layers compute what those of {@code model} do, activations and numbers aside} */
    static Law layers(Network model) {
        return that(
                network -> working(network).equals(working(model)),
                network -> "expected the layers " + String.join(", ", kinds(model)) + ", got "
                        + (kinds(network).isEmpty() ? "none" : String.join(", ", kinds(network))));
    }

    /** {@return the law that its poolings have the windows of {@code model}} */
    static Law poolings(Network model) {
        return that(
                network -> windows(network).equals(windows(model)),
                network -> "expected poolings of " + String.join(", ", windows(model)) + ", got "
                        + String.join(", ", windows(network)));
    }

    /** {@return the law that it has as many activations as {@code model}, whichever they are} */
    static Law activations(Network model) {
        return that(
                network -> nonlinear(network) >= nonlinear(model),
                network -> "expected " + nonlinear(model) + (nonlinear(model) == 1 ? " activation" : " activations")
                        + ", got " + nonlinear(network)
                        + "; two weighted layers without one between them are no more than one");
    }

    /** {@return the law that scores come out as they are, where they do in {@code model}} */
    static Law scores(Network model) {
        return that(
                network -> !(last(model) instanceof Dense) || !(last(network) instanceof Activation),
                network -> "the scores pass " + last(network).kind()
                        + " behind the last layer; leave it out, scores are compared as they are");
    }

    /** {@return the laws that only networks keep which compute what {@code model} does, whatever their weights} */
    static List<Law> like(Network model) {
        var cost = Cost.of(model);
        return List.of(
                input(model.input()),
                layers(model),
                poolings(model),
                output(model.output()),
                parameters(cost.parameters()),
                macs(cost.macs()),
                activations(model),
                scores(model));
    }

    /** {@return the laws of {@link #like}, and that the activations are those of {@code model}, in its order} */
    static List<Law> likeWithFunctions(Network model) {
        var laws = new ArrayList<>(like(model));
        laws.add(that(
                network -> functions(network).equals(functions(model)),
                network -> "expected the activations " + String.join(", ", functions(model)) + ", got "
                        + String.join(", ", functions(network))));
        return List.copyOf(laws);
    }

    private static List<String> functions(Network network) {
        return network.steps().stream()
                .map(Step::layer)
                .filter(Activation.class::isInstance)
                .map(Primitive::kind)
                .toList();
    }

    private static List<String> kinds(Network network) {
        return network.steps().stream()
                .filter(step -> !(step.layer() instanceof Activation))
                .map(step -> step.layer().kind())
                .toList();
    }

    private static List<String> working(Network network) {
        return Work.of(network).stream().map(work -> work.layer().kind()).toList();
    }

    private static List<String> windows(Network network) {
        return Work.of(network).stream()
                .flatMap(work -> work.layer() instanceof Pool pool
                        ? Stream.of(pool.window().toString())
                        : Stream.empty())
                .toList();
    }

    private static Primitive last(Network network) {
        var steps = network.steps();
        return steps.get(steps.size() - 1).layer();
    }

    private static int nonlinear(Network network) {
        return network.steps().size() - kinds(network).size();
    }
}
