package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import layerwise.analysis.Cost;
import layerwise.analysis.Depth;
import layerwise.analysis.ParameterCount;
import layerwise.exercise.Atlas.Place;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * A number or shape of a network that can be guessed before it is shown: {@code "shape of C3"}, {@code "parameters"}.
 *
 * @param asked the words it was asked in
 * @param problem the problem that judges a guess, or what is wrong with the words
 */
record Prediction(String asked, Optional<Problem<?>> problem, String trouble) {
    private static final Pattern ASKED =
            Pattern.compile("(?:the )?([a-z -]+?)(?: of (?:the )?(.+))?", Pattern.CASE_INSENSITIVE);
    private static final List<String> MEASURES =
            List.of("shape", "parameters", "MACs or products", "connections", "activations", "field", "depth");

    static Prediction of(Network network, String what) {
        return of(Atlas.of(network), what);
    }

    /** {@return the prediction of {@code what} about a network whose atlas is at hand} */
    static Prediction of(Atlas atlas, String what) {
        var network = atlas.network();
        var match = ASKED.matcher(String.valueOf(what).strip());
        if (!match.matches()) {
            return trouble(what, unknown(what));
        }
        String path = Optional.ofNullable(match.group(2)).orElse("").strip();
        boolean all = path.isEmpty() || path.equalsIgnoreCase("network") || path.equalsIgnoreCase(network.name());
        var part = all ? Optional.of(atlas.all()) : atlas.place(path);
        if (part.isEmpty()) {
            return trouble(what, network.name() + " has no part " + path + "; it has " + atlas.names());
        }
        return part.flatMap(place -> problem(place, match.group(1).toLowerCase(Locale.ROOT)))
                .map(problem -> new Prediction(what, Optional.of(problem), ""))
                .orElseGet(() -> trouble(what, unknown(what)));
    }

    private static String unknown(String what) {
        return "expected one of " + String.join(", ", MEASURES)
                + ", of a part or of all, such as \"shape of C3\", got \"" + what + "\"";
    }

    private static Prediction trouble(String what, String sentence) {
        return new Prediction(String.valueOf(what), Optional.empty(), sentence);
    }

    private static Optional<Problem<?>> problem(Place place, String measure) {
        var steps = place.steps();
        return switch (measure) {
            case "shape", "output", "output shape" -> Optional.of(shape(place));
            case "parameters", "weights and biases" ->
                Optional.of(whole(Cost.of(steps).parameters(), Usual.ofParameters(steps))
                        .mistakes(ofNeighbours(place, Cost::parameters)));
            case "macs", "products", "multiply-accumulates" ->
                Optional.of(whole(Cost.of(steps).macs(), Usual.ofMacs(steps))
                        .mistakes(ofNeighbours(place, Cost::macs))
                        .mistakes(weightsNextDoor(place)));
            case "connections" -> Optional.of(whole(Cost.of(steps).connections(), Usual.ofConnections(steps)));
            case "activations", "units" -> Optional.of(activations(place.output()));
            case "field", "receptive field" -> Optional.of(field(place));
            case "depth", "layers" ->
                place.path().isEmpty()
                        ? Optional.of(whole(Depth.of(place.atlas().network()).layers(), List.of()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Problem<Long> whole(long right, List<Mistake<Long>> mistakes) {
        return Problem.whole(right, "").mistakes(mistakes);
    }

    private static List<Mistake<Long>> ofNeighbours(Place place, ToLongFunction<Cost> count) {
        return place.neighbours().stream()
                .map(next -> new Mistake<>(
                        count.applyAsLong(Cost.of(next.steps())),
                        "that is " + next.path() + "; " + place.path() + " is asked for"))
                .toList();
    }

    private static List<Mistake<Long>> weightsNextDoor(Place place) {
        return place.neighbours().stream()
                .map(next -> new Mistake<>(
                        ParameterCount.of(next.steps()).weights(),
                        "those are the weights of " + next.path() + "; each works at every position of the output"))
                .toList();
    }

    private static Problem<Long> activations(Shape output) {
        return whole(
                output.size(),
                List.of(
                        new Mistake<>(
                                (long) output.channels(),
                                "those are maps; each has " + output.height() + "·" + output.width() + " activations"),
                        new Mistake<>(output.area(), "that is one map; there are " + output.channels())));
    }

    private static Problem<?> shape(Place place) {
        var right = place.output();
        var usual = place.only()
                .map(step -> Usual.ofShape(step.layer(), step.input()))
                .orElse(List.of());
        var kept = place.end().stream()
                .flatMap(step -> Usual.ofSides(place.atlas().network(), step).stream())
                .filter(mistake -> !mistake.answer().equals(right)
                        && usual.stream().noneMatch(each -> each.answer().equals(mistake.answer())))
                .toList();
        return Problem.shape(right, "").mistakes(usual).mistakes(kept);
    }

    private static Problem<?> field(Place place) {
        var meeting = place.branches().stream()
                .distinct()
                .map(branch ->
                        new Mistake<>(branch, "that is what one branch sees; where branches meet, the largest counts"))
                .toList();
        var steps = place.steps();
        return Problem.whole(Quantity.LENGTH, place.field(), "")
                .mistakes(meeting)
                .mistakes(
                        steps.isEmpty()
                                ? List.of()
                                : Usual.ofField(
                                        place.atlas().network(),
                                        steps.get(steps.size() - 1).path()));
    }

    /** {@return what is said of {@code guess}: right, or which mistake it looks like, and what was counted} */
    String judge(Object guess) {
        return problem.map(each -> judge(each, guess)).orElse(trouble);
    }

    private <A> String judge(Problem<A> each, Object guess) {
        String counted = each.kind().print(each.right());
        try {
            return each.remark(guess)
                    .map(remark -> asked + ": you say " + Problem.withoutSilence(remark) + "; counted: " + counted)
                    .orElseGet(() -> "✓ " + asked + ": " + counted + ", as you say");
        } catch (IllegalArgumentException e) {
            return asked + ": " + e.getMessage();
        }
    }
}
