package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.network.Network;

/** A row a network: id, title, year, variant, input, parameters and multiply-accumulates. */
public final class NetworkList {
    private static final List<String> HEADS = List.of("id", "title", "year", "variant", "input", "parameters", "macs");

    /** What is shown of a title in print; machines get all of it. */
    private static final int TITLE = 40;

    private record Row(String id, String title, String year, String variant, String input, Cost cost) {}

    private final List<Row> rows;

    private NetworkList(List<Row> rows) {
        this.rows = rows;
    }

    /** {@return the list without rows} */
    public static NetworkList empty() {
        return new NetworkList(List.of());
    }

    /** {@return the list with one more network, called {@code id}} */
    public NetworkList with(String id, Network network) {
        var source = network.source();
        var row = new Row(
                id,
                source.map(each -> each.title()).orElse(network.name()),
                source.map(each -> "" + each.year()).orElse(""),
                source.map(each -> each.place()).orElse(""),
                Numbers.ascii(network.input()),
                Cost.of(network));
        return new NetworkList(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    /** {@return aligned columns; long titles are cut} */
    public String text() {
        var columns = HEADS.stream()
                .map(head -> new Grid.Column(head, List.of("parameters", "macs").contains(head)))
                .toList();
        var body = rows.stream()
                .map(row -> List.of(
                        row.id(),
                        row.title().length() > TITLE
                                ? row.title().substring(0, TITLE - 1).strip() + "…"
                                : row.title(),
                        row.year(),
                        row.variant(),
                        row.input(),
                        Numbers.grouped(row.cost().parameters()),
                        Numbers.grouped(row.cost().macs())))
                .toList();
        return PlainText.of(new Grid("", columns, body, List.of(), ""));
    }

    /** {@return a head and a record a network} */
    public String csv() {
        var body = rows.stream()
                .map(row -> Stream.of(
                                row.id(),
                                row.title(),
                                row.year(),
                                row.variant(),
                                row.input(),
                                "" + row.cost().parameters(),
                                "" + row.cost().macs())
                        .map(SummaryCsv::cell)
                        .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(String.join(",", HEADS)), body)
                .map(record -> record + "\n")
                .collect(Collectors.joining());
    }

    /** {@return an array with an object a network; year, parameters and macs are numbers} */
    public String json() {
        var array = new JsonArray();
        for (Row row : rows) {
            var object = new JsonObject();
            object.addProperty("id", row.id());
            object.addProperty("title", row.title());
            if (!row.year().isEmpty()) {
                object.addProperty("year", Integer.valueOf(row.year()));
            }
            object.addProperty("variant", row.variant());
            object.addProperty("input", row.input());
            object.addProperty("parameters", row.cost().parameters());
            object.addProperty("macs", row.cost().macs());
            array.add(object);
        }
        return Json.of(array);
    }
}
