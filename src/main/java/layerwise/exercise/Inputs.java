package layerwise.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The arguments that code is tried on, drawn by chance and small ones first, so that a counterexample is easy to follow.
 *
 * @param names of the arguments
 * @param draws one for each of them
 * @param fit whether arguments make sense together
 * @param telling arguments that are tried before all others, because much can be seen by them
 */
record Inputs(
        List<String> names, List<Function<Random, Object>> draws, Predicate<Object[]> fit, List<Object[]> telling) {
    private static final int TRIALS = 60;
    private static final int PATIENCE = 1000;

    /** {@return no arguments yet} */
    static Inputs none() {
        return new Inputs(List.of(), List.of(), arguments -> true, List.of());
    }

    private Inputs with(String name, Function<Random, Object> draw) {
        return new Inputs(
                Stream.concat(names.stream(), Stream.of(name)).toList(),
                Stream.concat(draws.stream(), Stream.of(draw)).toList(),
                fit,
                telling);
    }

    /** {@return one more argument, a number from {@code low} to {@code high}} */
    Inputs whole(String name, int low, int high) {
        return with(name, random -> low + random.nextInt(high - low + 1));
    }

    /** {@return one more argument, rows of small whole numbers, {@code low} to {@code high} each way} */
    Inputs grid(String name, int low, int high) {
        return with(name, random -> {
            int rows = low + random.nextInt(high - low + 1);
            int columns = low + random.nextInt(high - low + 1);
            return grid(random, rows, columns);
        });
    }

    private static double[][] grid(Random random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.ints(columns, -3, 10).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    /** {@return only arguments that are {@code fit} together} */
    Inputs such(Predicate<Object[]> fit) {
        return new Inputs(names, draws, fit, telling);
    }

    /** {@return these, and tried before them arguments by which much can be seen} */
    Inputs first(Object... arguments) {
        return new Inputs(
                names,
                draws,
                fit,
                Stream.concat(telling.stream(), Stream.<Object[]>of(arguments)).toList());
    }

    /** {@return the telling arguments, and sixty lists of arguments drawn by chance, the small ones first} */
    List<Object[]> draw(Random random) {
        var all = new ArrayList<Object[]>();
        for (int i = 0; all.size() < TRIALS; i++) {
            if (i > TRIALS * PATIENCE) {
                throw new IllegalStateException("hardly any arguments fit together: " + names + "; widen their ranges");
            }
            Object[] arguments = draws.stream().map(draw -> draw.apply(random)).toArray();
            if (fit.test(arguments)) {
                all.add(arguments);
            }
        }
        all.sort(Comparator.comparingLong(Inputs::size));
        all.addAll(0, telling);
        return all;
    }

    private static long size(Object... arguments) {
        return Stream.of(arguments)
                .mapToLong(argument -> argument instanceof double[][] grid
                        ? (long) grid.length * grid[0].length
                        : Math.abs((int) argument))
                .sum();
    }

    /** {@return the arguments as values of their own, so that code which writes to them spoils nothing} */
    static Object[] copy(Object... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof double[][] grid
                        ? Stream.of(grid).map(double[]::clone).toArray(double[][]::new)
                        : argument)
                .toArray();
    }

    /** {@return the arguments by name: {@code side 7, kernel 3}} */
    String print(Object... arguments) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " " + print(arguments[i]))
                .collect(Collectors.joining(", "));
    }

    /** {@return a number or a map of numbers as a sentence shows it} */
    static String print(Object value) {
        if (value instanceof double[][] grid) {
            return Arrays.stream(grid).map(Inputs::row).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Number number ? Figures.print(number.doubleValue()) : String.valueOf(value);
    }

    private static String row(double... row) {
        return row == null
                ? "null"
                : Arrays.stream(row).mapToObj(Figures::print).collect(Collectors.joining(" ", "[", "]"));
    }
}
