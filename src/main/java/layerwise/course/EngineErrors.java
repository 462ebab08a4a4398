package layerwise.course;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an engine's error means for the layers of a network: its message holds the numbers, here is their arithmetic. */
final class EngineErrors {

    /**
     * A message of the engine.
     *
     * @param message the words, with the numbers as groups
     * @param meaning what they say about a layer
     */
    private record Rule(Pattern message, Function<MatchResult, String> meaning) {
        Optional<String> of(String text) {
            Matcher matcher = message.matcher(text);
            return matcher.find() ? Optional.of(meaning.apply(matcher)) : Optional.empty();
        }
    }

    private static final String SHAPE = "[\\[(]([-\\d, ]+)[\\])]";
    private static final int CONV_AXES = 4;

    private static final List<Rule> RULES = List.of(
            rule("Shape inconsistent, Provided = " + SHAPE + ", inferred shape=" + SHAPE, EngineErrors::weights),
            rule("could not be broadcast together with shapes " + SHAPE + " " + SHAPE, EngineErrors::broadcast),
            rule("Cannot reshape array of size (\\d+) into shape " + SHAPE, EngineErrors::reshape),
            rule("\\((\\d+) vs\\. (\\d+)\\) : kernel size exceed", found -> window(found.group(1), found.group(2))),
            rule(
                    "kernel size \\((\\d+)\\) exceeds input \\(\\d+ padded to (\\d+)\\)",
                    found -> window(found.group(1), found.group(2))),
            rule("\\((\\d+) vs\\. 4\\) : Input data should be 4D", EngineErrors::axes),
            rule("Incompatible input shape: expected " + SHAPE + ", got " + SHAPE, EngineErrors::joined),
            rule(
                    "(?:Native resource|NDManager) has been (?:released|closed) already",
                    found -> "the array's manager was closed, by close() or at the end of its try block; use the array"
                            + " before that, or move it to a manager that lives longer with attach(manager)"),
            rule(
                    "parameter \"(\\w+)\" has not been initialized",
                    found -> "the block has no " + found.group(1)
                            + " yet; call its initialize(manager, DataType.FLOAT32, inputShape) first"),
            rule(
                    "engine not found: (\\w+)|No deep learning engine found",
                    found -> "a DJL engine is a jar of its own on the class path, and the course brings MXNet's;"
                            + " ./layerwise doctor says what this machine has"),
            rule(
                    "Failed to load MXNet|Unable to load library|no \\w*mxnet\\w* in java\\.library\\.path",
                    found ->
                            "the engine's native library does not fit this machine; ./layerwise doctor says what does"));

    private EngineErrors() {}

    private static Rule rule(String message, Function<MatchResult, String> meaning) {
        return new Rule(Pattern.compile(message), meaning);
    }

    /** {@return whether an exception of this class may come from an engine} */
    static boolean concern(String className) {
        return className.startsWith("ai.djl.")
                || className.equals("java.lang.IllegalStateException")
                || className.equals("java.lang.IllegalArgumentException")
                || className.equals("java.lang.UnsatisfiedLinkError");
    }

    /** {@return what the error means, nothing for a message that is not known} */
    static Optional<String> explain(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return RULES.stream().flatMap(rule -> rule.of(message).stream()).findFirst();
    }

    private static String weights(MatchResult found) {
        int[] had = sides(found.group(1));
        int[] needed = sides(found.group(2));
        boolean sameUnits = had.length == needed.length && had.length > 1 && had[0] == needed[0];
        if (sameUnits && had.length == 2) {
            return "a layer of " + had[0] + " units has " + had[0] + " · " + had[1] + " weights, for " + had[1]
                    + " inputs, but " + needed[1] + " inputs came";
        }
        if (sameUnits && had.length == CONV_AXES && had[1] != needed[1]) {
            return had[0] + " filters of " + had[2] + "×" + had[3] + " have " + text(had, " · ") + " weights, for "
                    + channels(had[1]) + ", but " + channels(needed[1]) + " came";
        }
        return "an array has shape " + text(had, "×") + ", where " + text(needed, "×")
                + " follows from the shapes of the others (−1 is any)";
    }

    private static String channels(int count) {
        return count + (count == 1 ? " channel" : " channels");
    }

    private static String broadcast(MatchResult found) {
        return text(sides(found.group(1)), "×") + " and " + text(sides(found.group(2)), "×")
                + " do not fit: counted from the right, two sides must be equal or one of them 1";
    }

    private static String reshape(MatchResult found) {
        int[] wanted = sides(found.group(2));
        long product = Arrays.stream(wanted).asLongStream().reduce(1, (a, b) -> a * b);
        return Arrays.stream(wanted).anyMatch(side -> side < 0)
                ? found.group(1) + " numbers cannot be divided into " + text(wanted, " · ")
                : text(wanted, " · ") + " = " + product + " numbers are asked for, the array has " + found.group(1);
    }

    private static String window(String size, String side) {
        return "a window of " + size + " does not fit a side of " + side + ": ⌊(" + side + " − " + size
                + ") / stride⌋ + 1 is less than 1; pad the input, shrink the window, or shrink the maps less before it";
    }

    private static String axes(MatchResult found) {
        return "the layer takes batch × channels × height × width, but " + found.group(1)
                + " axes came; a single image becomes a batch of one with expandDims(0)";
    }

    private static String joined(MatchResult found) {
        int[] first = sides(found.group(1));
        int[] other = sides(found.group(2));
        String differing = IntStream.range(0, Math.min(first.length, other.length))
                .filter(axis -> first[axis] >= 0 && first[axis] != other[axis])
                .mapToObj(axis -> first[axis] + " and " + other[axis] + " in axis " + axis)
                .collect(Collectors.joining(", "));
        return "joined arrays must agree in all axes but the joined one, got " + differing;
    }

    private static int[] sides(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static String text(int[] sides, String sign) {
        return Arrays.stream(sides)
                .mapToObj(side -> side < 0 ? "−" + -side : String.valueOf(side))
                .collect(Collectors.joining(sign));
    }
}
