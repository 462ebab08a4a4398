package layerwise.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import layerwise.layers.Shape;

/** A shape, as {@code Shape.of(96, 55, 55)} or as text, {@code "96×55×55"}; channels come first. */
record ShapeKind() implements Kind<Shape> {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[×x*,; ]\\s*");

    @Override
    public String noun() {
        return "a shape (channels × height × width)";
    }

    @Override
    public String example() {
        return "\"3×32×32\"";
    }

    @Override
    public Shape read(Object given) {
        if (given instanceof Shape shape) {
            return shape;
        }
        var sides = sides(given);
        if (sides.isEmpty()) {
            throw Kind.expected(this, Kind.describe(given));
        }
        if (sides.size() != 3) {
            throw Kind.expected(
                    this,
                    Kind.describe(given) + " with " + sides.size() + (sides.size() == 1 ? " number" : " numbers")
                            + (sides.size() == 4 ? "; the images of a batch are left out" : ""));
        }
        try {
            return Shape.of(sides.get(0), sides.get(1), sides.get(2));
        } catch (IllegalArgumentException e) {
            throw Kind.expected(this, Kind.describe(given) + "; " + e.getMessage());
        }
    }

    private static List<Integer> sides(Object given) {
        if (given instanceof int[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        if (given instanceof List<?> list) {
            return numbers(list);
        }
        return given instanceof CharSequence text
                ? numbers(List.of(BETWEEN.split(text.toString()
                        .strip()
                        .replaceAll("^[\\[(]|[\\])]$", "")
                        .strip())))
                : List.of();
    }

    private static List<Integer> numbers(List<?> words) {
        var numbers = new ArrayList<Integer>();
        for (Object word : words) {
            try {
                numbers.add(Integer.valueOf(String.valueOf(word).strip()));
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return numbers;
    }

    @Override
    public boolean same(Shape one, Shape other) {
        return one.equals(other);
    }

    @Override
    public String print(Shape answer) {
        return answer.toString();
    }

    @Override
    public Optional<String> near(Shape right, Shape given) {
        if (given.equals(new Shape(right.height(), right.width(), right.channels()))) {
            return Optional.of("that is height × width × channels; here channels come first");
        }
        boolean channels = given.channels() == right.channels();
        boolean sides = given.height() == right.height() && given.width() == right.width();
        if (channels && offByOne(right, given)) {
            return Optional.of("the channels are right; the side is one off: ⌊(n + 2p − k) / s⌋ + 1");
        }
        return channels || sides
                ? Optional.of(
                        channels
                                ? "the channels are right, the sides are not"
                                : "the sides are right, the channels are not")
                : Optional.empty();
    }

    private static boolean offByOne(Shape right, Shape given) {
        return Math.abs(given.height() - right.height()) == 1 && Math.abs(given.width() - right.width()) == 1;
    }
}
