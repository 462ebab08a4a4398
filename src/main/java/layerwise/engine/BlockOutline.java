package layerwise.engine;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block of the engine's as a list: itself, its children and theirs, depth first.
 *
 * @param rows a row a block
 */
public record BlockOutline(List<Row> rows) {

    /**
     * One block.
     *
     * @param depth 0 for the outermost
     * @param name by which its parent knows it
     * @param kind its class
     * @param parameters its own, name and shape; a shape that is not known yet is a question mark
     * @param count numbers in its own parameters, those of its children not counted; 0 where shapes are not known yet
     */
    public record Row(int depth, String name, String kind, String parameters, long count) {}

    /** Copies the list. */
    public BlockOutline {
        rows = List.copyOf(rows);
    }

    /** {@return the outline of {@code block}, initialized or not} */
    public static BlockOutline of(Block block) {
        List<Row> rows = new ArrayList<>();
        collect(0, "", block, rows);
        return new BlockOutline(rows);
    }

    private static void collect(int depth, String name, Block block, List<Row> rows) {
        var parameters = block.getDirectParameters().values();
        rows.add(new Row(
                depth,
                name,
                block.getClass().getSimpleName(),
                parameters.stream()
                        .map(each -> each.getName() + " " + (known(each) ? each.getShape() : "?"))
                        .collect(Collectors.joining(", ")),
                parameters.stream()
                        .filter(BlockOutline::known)
                        .mapToLong(each -> each.getShape().size())
                        .sum()));
        block.getChildren().forEach(child -> collect(depth + 1, child.getKey(), child.getValue(), rows));
    }

    private static boolean known(Parameter parameter) {
        return parameter.getShape() != null
                && Arrays.stream(parameter.getShape().getShape()).allMatch(side -> side >= 0);
    }

    /** {@return numbers in all parameters whose shape is known} */
    public long count() {
        return rows.stream().mapToLong(Row::count).sum();
    }
}
