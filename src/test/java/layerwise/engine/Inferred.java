package layerwise.engine;

import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What MXNet itself works out of a graph and the shape of its images alone: the oracle that no one here wrote.
 *
 * @param outputs the shape of each output
 * @param variables the shape of each variable but the images, by name
 */
record Inferred(List<Shape> outputs, Map<String, Shape> variables) {

    /** Infers for a batch of {@code batch} images; throws the engine's exception where MXNet finds no shape. */
    static Inferred of(SymbolGraph graph, layerwise.layers.Shape image, int batch) {
        Engines.open();
        try (var manager = (MxNDManager) NDManager.newBaseManager("MXNet");
                var symbol = Symbol.loadJson(manager, graph.json())) {
            var known = new PairList<String, Shape>();
            known.add(SymbolGraph.IMAGES, Sides.batch(batch, image, false));
            var shapes = JnaUtils.inferShape(symbol, known);
            var variables = new LinkedHashMap<String, Shape>();
            put(variables, symbol.getArgNames(), shapes.get(0));
            put(variables, symbol.getAuxNames(), shapes.get(2));
            variables.remove(SymbolGraph.IMAGES);
            return new Inferred(shapes.get(1), variables);
        }
    }

    private static void put(Map<String, Shape> variables, String[] names, List<Shape> shapes) {
        for (int number = 0; number < names.length; number++) {
            variables.put(names[number], shapes.get(number));
        }
    }
}
