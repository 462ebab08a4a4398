package layerwise.view;

import com.google.gson.JsonObject;
import layerwise.analysis.Cost;
import layerwise.analysis.Summary;
import layerwise.network.Source;

/** Prints a summary as JSON with the words of the CSV; shapes and fields are written as there. */
final class SummaryJson {
    private SummaryJson() {}

    /** {@return an object with network, input, output, source where there is one, steps and total} */
    static String of(Summary summary, Records records) {
        var network = summary.network();
        var object = new JsonObject();
        object.addProperty("network", network.name());
        object.addProperty("input", Numbers.ascii(network.input()));
        object.addProperty("output", Numbers.ascii(network.output()));
        network.source().ifPresent(source -> object.add("source", source(source)));
        var steps = records.array();
        steps.remove(steps.size() - 1);
        object.add("steps", steps);
        object.add("total", total(summary.total()));
        return Json.of(object);
    }

    private static JsonObject total(Cost cost) {
        var object = new JsonObject();
        object.addProperty("parameters", cost.parameters());
        object.addProperty("macs", cost.macs());
        object.addProperty("connections", cost.connections());
        return object;
    }

    private static JsonObject source(Source source) {
        var object = new JsonObject();
        object.addProperty("authors", source.authors());
        object.addProperty("year", source.year());
        object.addProperty("title", source.title());
        object.addProperty("place", source.place());
        return object;
    }
}
