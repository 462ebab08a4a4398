package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import layerwise.analysis.Cost;
import layerwise.analysis.Summary;
import layerwise.network.Source;

/** Prints a summary as JSON with the words of the CSV; shapes and fields are written as there. */
final class SummaryJson {
    private SummaryJson() {}

    /** {@return an object with network, input, output, source where there is one, steps and total} */
    static String of(Summary summary) {
        var network = summary.network();
        var object = new JsonObject();
        object.addProperty("network", network.name());
        object.addProperty("input", Numbers.ascii(network.input()));
        object.addProperty("output", Numbers.ascii(network.output()));
        network.source().ifPresent(source -> object.add("source", source(source)));
        var steps = new JsonArray();
        boolean square = SummaryTable.allSquare(summary);
        summary.rows().forEach(row -> steps.add(step(row, square)));
        object.add("steps", steps);
        var total = new JsonObject();
        count(total, summary.total());
        object.add("total", total);
        return Json.of(object);
    }

    private static JsonObject source(Source source) {
        var object = new JsonObject();
        object.addProperty("authors", source.authors());
        object.addProperty("year", source.year());
        object.addProperty("title", source.title());
        object.addProperty("place", source.place());
        return object;
    }

    private static JsonObject step(Summary.Row row, boolean square) {
        var object = new JsonObject();
        object.addProperty("path", row.step().path());
        object.addProperty("kind", row.step().layer().kind());
        object.addProperty("input", Numbers.ascii(row.step().input()));
        object.addProperty("output", Numbers.ascii(row.step().output()));
        count(object, row.cost());
        if (square) {
            object.addProperty("receptive_field", row.field().rows().size());
        } else {
            object.addProperty("receptive_field", SummaryTable.sides(row.field(), "x"));
        }
        return object;
    }

    private static void count(JsonObject object, Cost cost) {
        object.addProperty("parameters", cost.parameters());
        object.addProperty("macs", cost.macs());
        object.addProperty("connections", cost.connections());
    }
}
