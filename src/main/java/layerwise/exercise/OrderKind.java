package layerwise.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several things in an order, by their letters: {@code "CAB"}, {@code "C, A, B"} or a list of them.
 *
 * @param items in the order in which they are shown
 * @param letters one for each of them
 */
record OrderKind(List<Item> items, Letters letters) implements Kind<String> {

    static OrderKind of(List<Item> shown) {
        return new OrderKind(
                List.copyOf(shown), new Letters(shown.stream().map(Item::label).toList()));
    }

    @Override
    public String noun() {
        return "the letters A to " + letters.last() + ", each once, in order";
    }

    @Override
    public String example() {
        return "\""
                + IntStream.range(0, items.size())
                        .mapToObj(place -> String.valueOf(Letters.letter(place)))
                        .collect(Collectors.joining())
                + "\"";
    }

    @Override
    public List<String> options() {
        return letters.lines();
    }

    @Override
    public String read(Object given) {
        var order = new ArrayList<Character>();
        for (Object word : words(given)) {
            order.add(letters.read(word).orElseThrow(() -> Kind.expected(this, Kind.describe(given))));
        }
        if (order.stream().distinct().count() < order.size()) {
            throw Kind.expected(this, Kind.describe(given) + ", which has a letter twice");
        }
        if (order.size() < items.size()) {
            throw Kind.expected(this, Kind.describe(given) + ", in which letters are missing");
        }
        return order.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private List<?> words(Object given) {
        if (given instanceof List<?> list) {
            return list;
        }
        if (given instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (given instanceof CharSequence text && !text.toString().isBlank()) {
            return text.toString()
                    .chars()
                    .mapToObj(each -> (char) each)
                    .filter(Character::isLetterOrDigit)
                    .toList();
        }
        throw Kind.expected(this, Kind.describe(given));
    }

    private Item item(String order, int place) {
        return items.get(order.charAt(place) - 'A');
    }

    /** The first place whose neighbour on the right belongs before it. */
    private Optional<Integer> firstWrong(String order) {
        return IntStream.range(0, order.length() - 1)
                .filter(place ->
                        item(order, place).rank() > item(order, place + 1).rank())
                .boxed()
                .findFirst();
    }

    @Override
    public boolean same(String one, String other) {
        return one.equals(other);
    }

    @Override
    public boolean accepts(String right, String given) {
        return firstWrong(given).isEmpty();
    }

    @Override
    public String print(String answer) {
        return answer;
    }

    @Override
    public Optional<String> near(String right, String given) {
        return firstWrong(given)
                .map(place -> given.charAt(place) + " stands before " + given.charAt(place + 1) + ", but "
                        + item(given, place).fact() + ", and "
                        + item(given, place + 1).fact());
    }
}
