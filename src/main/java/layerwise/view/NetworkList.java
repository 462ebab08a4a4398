package layerwise.view;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.network.Network;
import layerwise.network.Source;

/** A row a network: id, title, year, variant, input, parameters and multiply-accumulates. */
public final class NetworkList implements PrintedTable {
    private static final List<String> HEADS = List.of("id", "title", "year", "variant", "input", "parameters", "macs");

    /** What is shown of a title in print; machines get all of it. */
    private static final int TITLE = 40;

    private record Row(String id, String title, OptionalInt year, String variant, String input, Cost cost) {}

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
                source.stream().mapToInt(Source::year).findFirst(),
                source.map(each -> each.place()).orElse(""),
                Numbers.ascii(network.input()),
                Cost.of(network));
        return new NetworkList(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    /** {@return aligned columns; long titles are cut} */
    @Override
    public String text() {
        return PlainText.of(grid(TITLE));
    }

    /** {@return a row a network} */
    @Override
    public Grid grid() {
        return grid(Integer.MAX_VALUE);
    }

    private Grid grid(int most) {
        var columns = HEADS.stream()
                .map(head -> new Grid.Column(head, List.of("parameters", "macs").contains(head)))
                .toList();
        var body = rows.stream()
                .map(row -> List.of(
                        row.id(),
                        cut(row.title(), most),
                        row.year().isPresent() ? "" + row.year().getAsInt() : "",
                        row.variant(),
                        row.input(),
                        Numbers.grouped(row.cost().parameters()),
                        Numbers.grouped(row.cost().macs())))
                .toList();
        return new Grid("", columns, body, List.of(), "");
    }

    private static String cut(String title, int most) {
        return title.length() > most ? title.substring(0, most - 1).strip() + "…" : title;
    }

    /** {@return a record a network; year, parameters and macs are numbers} */
    @Override
    public Records records() {
        return new Records(
                HEADS,
                rows.stream()
                        .map(row -> List.<Object>of(
                                row.id(),
                                row.title(),
                                row.year().isPresent() ? row.year().getAsInt() : "",
                                row.variant(),
                                row.input(),
                                row.cost().parameters(),
                                row.cost().macs()))
                        .toList());
    }
}
