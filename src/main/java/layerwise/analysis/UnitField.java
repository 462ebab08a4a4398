package layerwise.analysis;

import java.util.Arrays;
import java.util.List;
import layerwise.layers.Axis;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * The pixels of the input that one unit sees: from unit to unit back to the image, padding left out.
 *
 * <p>It is the rectangle of {@link ReceptiveField} at this unit, less what lies outside of the image or of a map on the way.
 * As there, a unit does not see through a gate.
 *
 * @param network its name
 * @param input the shape of an image
 * @param path of the part that hands the unit on
 * @param output what the part writes
 * @param row of the unit
 * @param column of the unit
 * @param field size, stride and offset of all units of this part
 * @param top the first row that is seen
 * @param left the first column
 * @param bottom the last row
 * @param right the last column
 * @param gated whether there is a gate on the way, through which the unit sees more than this
 */
public record UnitField(
        String network,
        Shape input,
        String path,
        Shape output,
        int row,
        int column,
        ReceptiveField field,
        int top,
        int left,
        int bottom,
        int right,
        boolean gated) {

    /**
     * {@return what the unit in the middle of a part sees}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static UnitField of(Network network, String path) {
        var output = Given.value(network, "a network").graph().shape(network.node(path));
        return of(network, path, output.height() / 2, output.width() / 2);
    }

    /**
     * {@return what the unit at this row and column, from 0, sees}
     *
     * @throws IllegalArgumentException if the network has no such part or unit
     */
    public static UnitField of(Network network, String path, int row, int column) {
        Given.value(network, "a network");
        int number = network.node(path);
        var graph = network.graph();
        var output = graph.shape(number);
        if (row < 0 || row >= output.height() || column < 0 || column >= output.width()) {
            throw new IllegalArgumentException(network.name() + "/" + path + ": expected a unit of row 0 to "
                    + (output.height() - 1) + " and column 0 to " + (output.width() - 1) + ", got (" + row + ", "
                    + column + ")");
        }
        int[] rows = seen(graph, number, row, true);
        int[] columns = seen(graph, number, column, false);
        return new UnitField(
                network.name(),
                network.input(),
                path,
                output,
                row,
                column,
                ReceptiveField.ofNodes(network).get(number),
                rows[0],
                columns[0],
                rows[1],
                columns[1],
                gated(graph, number));
    }

    /** {@return rows of the image that are seen} */
    public int height() {
        return bottom - top + 1;
    }

    /** {@return columns of the image that are seen} */
    public int width() {
        return right - left + 1;
    }

    /** {@return whether this pixel is inside} */
    public boolean holds(int pixelRow, int pixelColumn) {
        return pixelRow >= top && pixelRow <= bottom && pixelColumn >= left && pixelColumn <= right;
    }

    private static boolean gated(Graph graph, int number) {
        var reached = new boolean[number + 1];
        reached[number] = true;
        boolean gated = false;
        for (int node = number; node >= 0; node--) {
            if (reached[node]) {
                gated |= graph.nodes().get(node).joint() == Graph.Joint.SCALE;
                graph.nodes().get(node).inputs().stream()
                        .filter(from -> from != Graph.INPUT)
                        .forEach(from -> reached[from] = true);
            }
        }
        return gated;
    }

    /** {@return the first and the last line of the image that reach line {@code at} of a node} */
    private static int[] seen(Graph graph, int number, int at, boolean vertical) {
        var lines = new int[number + 2][]; // the input comes first
        Arrays.setAll(lines, node -> new int[] {Integer.MAX_VALUE, -1});
        lines[number + 1] = new int[] {at, at};
        for (int node = number; node >= 0; node--) {
            if (lines[node + 1][1] >= 0) {
                pass(graph, graph.nodes().get(node), lines, lines[node + 1], vertical);
            }
        }
        return lines[0];
    }

    private static void pass(Graph graph, Graph.Node node, int[][] lines, int[] range, boolean vertical) {
        for (int from : read(node)) {
            var shape = graph.shape(from);
            var window = node.layer().map(layer -> layer.window(shape)).orElse(Window.of(1));
            Axis axis = vertical ? window.rows() : window.columns();
            long first = (long) range[0] * axis.stride() - axis.padding();
            long last = (long) range[1] * axis.stride() - axis.padding() + axis.extent() - 1;
            int side = vertical ? shape.height() : shape.width();
            int[] before = lines[from + 1];
            before[0] = (int) Math.min(before[0], Math.max(0, first));
            before[1] = (int) Math.max(before[1], Math.min(side - 1, last));
        }
    }

    private static List<Integer> read(Graph.Node node) {
        return node.joint() == Graph.Joint.SCALE ? node.inputs().subList(0, 1) : node.inputs();
    }
}
