package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerwise.analysis.Cost;
import layerwise.analysis.Depth;
import layerwise.analysis.ReceptiveField;
import layerwise.layers.Step;
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
            List.of("shape", "parameters", "MACs", "connections", "activations", "field", "depth");

    static Prediction of(Network network, String what) {
        var match = ASKED.matcher(String.valueOf(what).strip());
        if (!match.matches()) {
            return trouble(what, unknown(what));
        }
        String path = Optional.ofNullable(match.group(2)).orElse("").strip();
        boolean all = path.isEmpty() || path.equalsIgnoreCase("network") || path.equalsIgnoreCase(network.name());
        var part = all ? Optional.of(new Place(network, "", network.steps())) : Place.of(network, path);
        if (part.isEmpty()) {
            return trouble(what, network.name() + " has no part " + path + "; it has " + Place.names(network));
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

    /** A part of a network, or all of it where the path is empty. */
    private record Place(Network network, String path, List<Step> steps) {

        static Optional<Place> of(Network network, String path) {
            var exact = within(network, step -> step.path(), path);
            var found = exact.isEmpty()
                    ? within(network, step -> step.path().toLowerCase(Locale.ROOT), path.toLowerCase(Locale.ROOT))
                    : exact;
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Place(network, found.get(0).path().substring(0, path.length()), found));
        }

        private static List<Step> within(Network network, Function<Step, String> name, String path) {
            return network.steps().stream()
                    .filter(step -> (name.apply(step) + "/").startsWith(path + "/"))
                    .toList();
        }

        static String names(Network network) {
            return network.steps().stream()
                    .map(step -> step.path().split("/")[0])
                    .distinct()
                    .limit(12)
                    .collect(Collectors.joining(", "));
        }

        Step last() {
            return steps.get(steps.size() - 1);
        }

        /** The steps of a part that have a window or weights; those decide its shape. */
        Optional<Step> only() {
            var working =
                    steps.stream().filter(step -> !step.layer().pointwise()).toList();
            return working.size() == 1 ? Optional.of(working.get(0)) : Optional.empty();
        }
    }

    private static Optional<Problem<?>> problem(Place place, String measure) {
        var steps = place.steps();
        return switch (measure) {
            case "shape", "output", "output shape" -> Optional.of(shape(place));
            case "parameters", "weights and biases" ->
                Optional.of(whole(Cost.of(steps).parameters(), Usual.ofParameters(steps)));
            case "macs", "multiply-accumulates" ->
                Optional.of(whole(Cost.of(steps).macs(), Usual.ofMacs(steps)));
            case "connections" -> Optional.of(whole(Cost.of(steps).connections(), Usual.ofConnections(steps)));
            case "activations", "units" ->
                Optional.of(whole(place.last().output().size(), List.of()));
            case "field", "receptive field" -> Optional.of(field(place));
            case "depth", "layers" ->
                place.path().isEmpty()
                        ? Optional.of(whole(Depth.of(place.network()).layers(), List.of()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Problem<?> whole(long right, List<Mistake<Long>> mistakes) {
        return Problem.whole(right, "").mistakes(mistakes);
    }

    private static Problem<?> shape(Place place) {
        var right =
                place.path().isEmpty() ? place.network().output() : place.last().output();
        var usual = place.only()
                .map(step -> Usual.ofShape(step.layer(), step.input()))
                .orElse(List.of());
        var kept = Usual.ofSides(place.network(), place.last()).stream()
                .filter(mistake -> !mistake.answer().equals(right)
                        && usual.stream().noneMatch(each -> each.answer().equals(mistake.answer())))
                .toList();
        return Problem.shape(right, "").mistakes(usual).mistakes(kept);
    }

    private static Problem<?> field(Place place) {
        String path = place.path().isEmpty() ? place.last().path() : place.path();
        return Problem.whole(
                        Quantity.LENGTH,
                        ReceptiveField.behind(place.network(), path).rows().size(),
                        "")
                .mistakes(Usual.ofField(place.network(), path));
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
